import type { CookiesState } from '../../src/registry/cookies.ts';
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

/** A cookie file, as one instance saw it. */
export interface CookieFile {
  readonly name: string;
  readonly site: string;
  readonly instance: Life['instance'];
  /** When somebody logged in and put the cookies there, and until when they were good. */
  readonly logins: readonly { readonly at: number; readonly expiresAt: number }[];
  /** When the site turned them down. */
  readonly rejectedAt: readonly number[];
}

export interface CookieResult extends Told {
  readonly file: CookieFile;
  readonly result: 'accepted' | 'rejected';
}

export interface CookieCheck extends Told {
  readonly file: CookieFile;
  readonly state: CookiesState;
}

/** So many signals left the queue of a process. */
export interface Exported extends Told {
  readonly signal: 'traces' | 'metrics' | 'logs';
  readonly outcome: 'delivered' | 'failed' | 'dropped';
  readonly count: number;
}

/** So many signals the Collector refused, or lost. */
export interface InCollector extends Told {
  readonly what: 'refused' | 'lost';
  readonly signal: 'spans' | 'logs' | 'metrics';
  readonly count: number;
}

/** The Collector had to mask something. */
export interface Masked extends Told {
  readonly signal: 'traces' | 'logs';
  readonly family: 'cookie' | 'token';
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
  readonly cookieFiles: readonly CookieFile[];
  readonly cookieResults: readonly CookieResult[];
  readonly cookieChecks: readonly CookieCheck[];
  readonly collector: Life;
  readonly exported: readonly Exported[];
  readonly inCollector: readonly InCollector[];
  readonly masked: readonly Masked[];
  /** What was counted shortly before or after these times Prometheus may have seen at another time, or not at all. */
  readonly unsure: readonly number[];
}
