/** A panel that counts over a window of its own, not over what Grafana has chosen, and why. */
interface FixedWindow {
  readonly windows: readonly string[];
  readonly reason: string;
}

/** By the title of the dashboard and that of the panel. */
export const FIXED_WINDOWS: Readonly<Record<string, FixedWindow>> = {};
