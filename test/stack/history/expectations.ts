import type { Expectation } from './expectation.ts';
import { RADIO } from './radio_panels.ts';
import { VISITORS } from './visitor_panels.ts';
import { WORK } from './work_panels.ts';

/** What panels should show, of all dashboards. */
export const EXPECTATIONS: readonly Expectation[] = [...RADIO, ...VISITORS, ...WORK];
