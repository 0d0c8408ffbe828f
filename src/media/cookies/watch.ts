import { type FSWatcher, watch as watchFolder } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { context, diag, ROOT_CONTEXT } from '@opentelemetry/api';
import { reportTelemetryFailure } from '../../emit/guard.ts';
import type { CookiesCheck } from './verdict.ts';

/** What is done when a watched cookie file changes. */
export interface CookiesWatchOptions {
  /**
   * Called after each look that a change led to, with what it found and what the look before had. What it throws is
   * kept from the process, since there is nobody to catch it.
   */
  onChange?: (found: CookiesCheck, before: CookiesCheck | undefined) => void;
}

/** A watch that is going on. */
export interface CookiesWatch extends Disposable {
  /** Resolves with the look at the start. Never rejects. */
  readonly first: Promise<CookiesCheck>;
  /** Ends it; nothing is called after that. */
  close(): void;
}

const MAX_WATCHES = 100;
// A file that is being written changes many times in a row.
const SETTLE_MS = 250;
// Where the system tells of no changes (network folders, some containers' mounts), they are looked for.
const POLL_MS = 30_000;

let watching = 0;

/** Watches a file with whatever looks at it. */
export function watchWith(
  path: string,
  { onChange }: CookiesWatchOptions,
  look: () => Promise<CookiesCheck>,
): CookiesWatch {
  const isBeyond = watching >= MAX_WATCHES;
  if (isBeyond)
    diag.warn(`otel-media: more than ${MAX_WATCHES} cookie files are watched; one is only looked at`);
  const watch = new Watch(path, onChange, look);
  watch.begin(!isBeyond);
  return watch;
}

class Watch implements CookiesWatch {
  readonly first: Promise<CookiesCheck>;
  readonly #path: string;
  readonly #onChange: CookiesWatchOptions['onChange'];
  readonly #look: () => Promise<CookiesCheck>;
  #resolveFirst: (found: CookiesCheck) => void = () => {};
  #watcher: FSWatcher | undefined;
  #watchedFolder: string | undefined;
  #settling: NodeJS.Timeout | undefined;
  #poll: NodeJS.Timeout | undefined;
  #seen: string | undefined;
  #last: CookiesCheck | undefined;
  #busy = false;
  #again = false;
  #closed = false;

  constructor(path: string, onChange: CookiesWatchOptions['onChange'], look: () => Promise<CookiesCheck>) {
    this.#path = path;
    this.#onChange = onChange;
    // A change belongs to no request, whichever one began the watch.
    this.#look = () => context.with(ROOT_CONTEXT, look);
    this.first = new Promise((resolve) => {
      this.#resolveFirst = resolve;
    });
  }

  begin(goesOn: boolean): void {
    if (goesOn) {
      watching += 1;
      this.#poll = setInterval(() => void this.#update(), POLL_MS);
      this.#poll.unref();
    } else this.#closed = true;
    this.#start().catch((error: unknown) => reportTelemetryFailure('watching a cookie file', error));
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    watching -= 1;
    clearTimeout(this.#settling);
    clearInterval(this.#poll);
    this.#unwatch();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  async #start(): Promise<void> {
    this.#seen = await identity(this.#path);
    // Before the look: what changes while it goes on is looked at again.
    await this.#follow();
    this.#last = await this.#look();
    this.#resolveFirst(this.#last);
  }

  /** Has the system tell of changes of the folder: a file that is replaced is another file, but stays in its folder. */
  async #follow(): Promise<void> {
    const folder = dirname(this.#path);
    const id = await identity(folder, true);
    if (this.#closed || (this.#watcher !== undefined && id === this.#watchedFolder)) return;
    this.#unwatch();
    if (id === undefined) return;
    try {
      const watcher = watchFolder(folder, { persistent: false }, () => this.#changed());
      watcher.on('error', () => this.#unwatch());
      this.#watcher = watcher;
      this.#watchedFolder = id;
    } catch (error) {
      // No more watches to be had, or a kind of folder that has none: the polling goes on.
      reportTelemetryFailure('watching a cookie file', error);
    }
  }

  #unwatch(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
    this.#watchedFolder = undefined;
  }

  // Not put off by every further change: in a folder where something always happens it would never be looked at.
  #changed(): void {
    if (this.#closed || this.#settling !== undefined) return;
    this.#settling = setTimeout(() => {
      this.#settling = undefined;
      void this.#update();
    }, SETTLE_MS);
    this.#settling.unref();
  }

  async #update(): Promise<void> {
    if (this.#closed) return;
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    try {
      await this.#follow();
      const now = await identity(this.#path);
      if (now === this.#seen) return;
      this.#seen = now;
      await this.first;
      const before = this.#last;
      const found = await this.#look();
      this.#last = found;
      if (!this.#closed) await context.with(ROOT_CONTEXT, async () => this.#onChange?.(found, before));
    } catch (error) {
      reportTelemetryFailure('telling of a change of cookies', error);
    } finally {
      this.#busy = false;
      if (this.#again) {
        this.#again = false;
        this.#changed();
      }
    }
  }
}

/** Changes when a file is written or replaced, or a folder replaced; undefined while it is not there. */
async function identity(path: string, isFolder = false): Promise<string | undefined> {
  try {
    const { dev, ino, mtimeNs, size } = await stat(path, { bigint: true });
    return isFolder ? `${dev}:${ino}` : `${dev}:${ino}:${mtimeNs}:${size}`;
  } catch {
    return undefined;
  }
}
