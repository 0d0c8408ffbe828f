import type { Command } from './command.ts';

interface Entry {
  readonly summary: string;
  /** Loaded when it is called: no command pays for another's imports. */
  readonly load: () => Promise<Command>;
}

/** The commands, in the order of the help. */
export const COMMANDS: Readonly<Record<string, Entry>> = {
  up: {
    summary: 'start the Collector, the stores and Grafana',
    load: async () => (await import('./up.ts')).up,
  },
  status: { summary: 'what runs, and where', load: async () => (await import('./status.ts')).status },
  logs: { summary: 'what the programs of the stack say', load: async () => (await import('./logs.ts')).logs },
  down: { summary: 'stop all of it; the data stays', load: async () => (await import('./down.ts')).down },
  alerts: {
    summary: 'the alerts, and their rules with your own thresholds',
    load: async () => (await import('./alerts.ts')).alerts,
  },
  explain: {
    summary: 'what a message of yt-dlp, ffmpeg, Node or curl means',
    load: async () => (await import('./explain.ts')).explain,
  },
};
