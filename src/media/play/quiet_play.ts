import type { Play } from './options.ts';

const nothing = (): void => {};

/** The play of an application without telemetry: does the application's own work, and nothing else. */
export const NO_PLAY: Play = Object.freeze({
  id: undefined,
  started: nothing,
  error: nothing,
  stall: nothing,
  update: nothing,
  run: <T>(work: () => T): T => work(),
  end: nothing,
  [Symbol.dispose]: nothing,
  [Symbol.asyncDispose]: async () => {},
});
