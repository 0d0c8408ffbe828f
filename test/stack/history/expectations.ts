import type { Expectation } from './expectation.ts';
import { BUDGETS } from './panels/budgets.ts';
import { COOKIES } from './panels/cookies.ts';
import { DOWNLOADS } from './panels/downloads.ts';
import { ERRORS } from './panels/errors.ts';
import { HOST } from './panels/host.ts';
import { JOBS } from './panels/jobs.ts';
import { OVERVIEW } from './panels/overview.ts';
import { PROCESSING } from './panels/processing.ts';
import { RADIO } from './panels/radio.ts';
import { TELEMETRY } from './panels/telemetry.ts';
import { VISITORS } from './panels/visitors.ts';

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
