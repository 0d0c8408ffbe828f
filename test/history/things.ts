import type { Life } from './lives.ts';

/** What has happened: told at a time, in milliseconds since 1970, by a run of an instance. */
export interface Told {
  readonly toldAt: number;
  readonly toldBy: Life;
}

export interface Play extends Told {
  readonly id: string;
  readonly station: string;
  readonly track: string;
  readonly startedAt: number;
  readonly startedBy: Life;
  readonly endedAt: number;
  /** Silence before it in seconds; undefined where none was measured. */
  readonly gapSeconds: number | undefined;
  readonly expectedSeconds: number;
  readonly outcome: 'success' | 'failure' | 'interrupted';
  readonly endReason: 'finished' | 'error' | 'interrupted' | 'stopped';
  readonly errorCount: number;
  /** Whether the next run told of it, since the one that played was killed. */
  readonly recovered: boolean;
}

export interface Session extends Told {
  readonly id: string;
  readonly visitor: string;
  readonly startedAt: number;
  readonly links: number;
  readonly files: number;
  readonly outcome: 'success' | 'partial' | 'failure' | 'interrupted';
  readonly country: string | undefined;
  readonly agent: string;
  readonly bot: boolean;
}

export interface Download extends Told {
  readonly client: 'web' | 'android';
  readonly proxyUsed: boolean;
  readonly cookiesUsed: boolean;
  readonly outcome: 'success' | 'failure' | 'interrupted';
  readonly seconds: number;
  readonly bytes: number | undefined;
  readonly title: string;
  readonly host: string;
  readonly errorType: string | undefined;
  readonly errorCategory: string | undefined;
}

export interface Stage extends Told {
  readonly name: 'analysis' | 'compression';
  readonly outcome: 'success' | 'failure';
  readonly seconds: number;
  readonly bytesIn: number;
  readonly slow: boolean;
  readonly errorType: string | undefined;
  readonly errorCategory: string | undefined;
}

export interface Job extends Told {
  readonly queue: string;
  readonly type: string;
  readonly state: 'completed' | 'failed';
  readonly seconds: number;
  readonly errorType: string | undefined;
  readonly errorCategory: string | undefined;
}

export interface AppError extends Told {
  readonly component: string;
  readonly severity: 'info' | 'warning' | 'error' | 'critical';
  readonly type: string;
  readonly category: string;
  readonly fingerprint: string;
}

/** Somebody said that an error was dealt with. */
export interface Resolution extends Told {
  readonly fingerprint: string;
}

/** All that happened, each list in the order it was told. */
export interface History {
  /** Milliseconds since 1970. */
  readonly end: number;
  readonly lives: readonly Life[];
  readonly plays: readonly Play[];
  readonly sessions: readonly Session[];
  readonly downloads: readonly Download[];
  readonly stages: readonly Stage[];
  readonly jobs: readonly Job[];
  readonly errors: readonly AppError[];
  readonly resolutions: readonly Resolution[];
  /** What was counted shortly before or after these times Prometheus may have seen at another time, or not at all. */
  readonly unsure: readonly number[];
}
