import { cookies } from './cookies/dashboard.ts';
import type { DashboardDefinition } from './definition.ts';
import { downloads } from './downloads/dashboard.ts';
import { errors } from './errors/dashboard.ts';
import { host } from './host/dashboard.ts';
import { jobs } from './jobs/dashboard.ts';
import { overview } from './overview/dashboard.ts';
import { processing } from './processing/dashboard.ts';
import { radio } from './radio/dashboard.ts';
import { telemetry } from './telemetry/dashboard.ts';
import { visitors } from './visitors/dashboard.ts';

/** Every dashboard but that of the runbooks, which is made of the alerts. */
export const dashboards: readonly DashboardDefinition[] = [
  overview,
  downloads,
  cookies,
  radio,
  processing,
  jobs,
  visitors,
  errors,
  host,
  telemetry,
];
