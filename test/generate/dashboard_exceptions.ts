/** A panel that counts over a window of its own, not over what Grafana has chosen, and why. */
interface FixedWindow {
  readonly windows: readonly string[];
  readonly reason: string;
}

/** By the title of the dashboard and that of the panel. */
export const FIXED_WINDOWS: Readonly<Record<string, FixedWindow>> = {
  'Radio: Now playing': {
    windows: ['24h'],
    reason: 'a play that is on now began before the time shown, if that is short; none is longer than a day',
  },
  'Radio: Uptime by day': { windows: ['1d'], reason: 'it is by day' },
};
