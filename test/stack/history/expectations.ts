import type { Expectation } from './expectation.ts';
import { RADIO } from './radio_panels.ts';

/** What panels should show, of all dashboards. */
export const EXPECTATIONS: readonly Expectation[] = [...RADIO];
