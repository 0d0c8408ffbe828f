import { BUDGETS } from './budget_panels.ts';
import { COOKIES } from './cookie_panels.ts';
import { DOWNLOADS } from './download_panels.ts';
import { ERRORS } from './error_panels.ts';
import type { Expectation } from './expectation.ts';
import { HOST } from './host_panels.ts';
import { JOBS } from './job_panels.ts';
import { OVERVIEW } from './overview_panels.ts';
import { PROCESSING } from './processing_panels.ts';
import { RADIO } from './radio_panels.ts';
import { TELEMETRY } from './telemetry_panels.ts';
import { VISITORS } from './visitor_panels.ts';

/** What panels should show, of all dashboards. */
export const EXPECTATIONS: readonly Expectation[] = [
  ...RADIO,
  ...VISITORS,
  ...DOWNLOADS,
  ...PROCESSING,
  ...JOBS,
  ...ERRORS,
  ...OVERVIEW,
  ...BUDGETS,
  ...COOKIES,
  ...HOST,
  ...TELEMETRY,
];
