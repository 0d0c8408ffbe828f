import { cookies } from './cookies/dashboard.ts';
import type { DashboardDefinition } from './definition.ts';
import { downloads } from './downloads/dashboard.ts';
import { processing } from './processing/dashboard.ts';
import { radio } from './radio/dashboard.ts';

/** Every dashboard but that of the runbooks, which is made of the alerts. */
export const dashboards: readonly DashboardDefinition[] = [downloads, cookies, processing, radio];
