import { BUDGETS } from './budget_panels.ts';
import { COOKIES } from './cookie_panels.ts';
import type { Expectation } from './expectation.ts';
import { HOST } from './host_panels.ts';
import { RADIO } from './radio_panels.ts';
import { TELEMETRY } from './telemetry_panels.ts';
import { VISITORS } from './visitor_panels.ts';
import { WORK } from './work_panels.ts';

/** What panels should show, of all dashboards. */
export const EXPECTATIONS: readonly Expectation[] = [
  ...RADIO,
  ...VISITORS,
  ...WORK,
  ...BUDGETS,
  ...COOKIES,
  ...HOST,
  ...TELEMETRY,
];
