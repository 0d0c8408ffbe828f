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
  'Media processing: Sessions running now': {
    windows: ['24h'],
    reason: 'the same: it began before the time shown, if that is short; none is longer than a day',
  },
  'Visitors and sessions: Running now': {
    windows: ['24h'],
    reason:
      'a session that runs now began before the time shown, if that is short; none is longer than a day',
  },
  'Visitors and sessions: Sessions an hour, beside the same hour of past days': {
    windows: ['1h'],
    reason: 'it is by hour',
  },
  'Overview: Error budgets': {
    windows: ['60m', '360m'],
    reason: 'the windows of the alerts on error budgets: what is shown is what they judge',
  },
  'Overview: Burn rate': {
    windows: ['60m'],
    reason: 'the window of the fast alert on error budgets: what is shown is what it judges',
  },
  'Radio: Uptime by day': { windows: ['1d'], reason: 'it is by day' },
};
