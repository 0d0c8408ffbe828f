import type { ErrorType } from '../../../src/registry/error_types.ts';

/** A line as a tool printed it, and what it means. `undefined`: an ordinary line. */
export type MessageCase = readonly [type: ErrorType | undefined, line: string];
