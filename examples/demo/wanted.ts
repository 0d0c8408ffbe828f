import type { StoreUrls } from './stores.ts';
import type { Tally } from './visitors.ts';

/** Who made the telemetry, and what it should tell. */
export interface Wanted {
  readonly stores: StoreUrls;
  readonly service: string;
  readonly instance: string;
  readonly tally: Tally;
  readonly signal: AbortSignal;
}

/** How long a store may take to show what it was sent. */
export const DEADLINE_MS = 30_000;

/** Why something was not found, if the store said so. */
export function because(error: unknown): string {
  return error instanceof Error ? ` (${error.message})` : '';
}
