import type { DownloadMeans } from './means.ts';

/** What is known of a download when it begins. */
export interface DownloadOptions extends DownloadMeans {
  /** Id of the video; leaves shortened, with a keyed hash beside it. */
  id?: string;
  /** Where it comes from; only its host leaves. */
  url?: string | URL;
}

/** What was downloaded. */
export interface DownloadedFile {
  /** Size in bytes. */
  bytes?: number;
  /** Title; part of the attempt's record and of the session's, by its privacy class. */
  title?: string;
  /** Name of the file; part of the session's record, by its privacy class. */
  fileName?: string;
}

/** An attempt that is running. */
export interface Attempt {
  /** Runs one step of the attempt, with what it does differently. Resolves or rejects exactly as `work` does. */
  step<T>(name: 'primary' | 'fallback', work: () => T | Promise<T>): Promise<T>;
  step<T>(name: 'primary' | 'fallback', means: DownloadMeans, work: () => T | Promise<T>): Promise<T>;
  /** Says what was really used, where that turns out only while it runs. */
  used(means: DownloadMeans): void;
  /** Says how far it has come: a share from 0 to 1, or bytes of a known total. */
  progress(at: number | { bytes: number; totalBytes: number }): void;
  /** Says what arrived. */
  downloaded(file: DownloadedFile): void;
  /** Says that it failed, for code that does not throw. */
  failed(error: unknown): void;
}
