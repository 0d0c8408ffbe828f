import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Attributes, SpanContext } from '@opentelemetry/api';
import { reportTelemetryFailure } from '../../emit/guard.ts';
import { makeFolder } from '../../make_folder.ts';
import { redactAttributes } from '../../redact/attributes/attributes.ts';
import { windows } from '../../registry/windows.ts';
import { type PlayWriter, thisWriter } from './journal_writer.ts';

/** A play as the file of its process has it. */
export interface KeptPlay {
  readonly traceId: string;
  readonly spanId: string;
  readonly traceFlags: number;
  /** When it began, in milliseconds since 1970. */
  readonly beganMs: number;
  /** As they may leave: what is secret or private is not on disk either. */
  readonly attributes: Attributes;
}

/** What a process keeps of the plays it has open, for the one after it. */
export interface KeptPlays {
  readonly version: 1;
  readonly writer: PlayWriter;
  /** When this was written, in milliseconds since 1970: at each change, at each export of metrics, and every 15 s. */
  readonly updatedMs: number;
  readonly plays: readonly KeptPlay[];
}

/** Most plays that are kept. */
export const MAX_KEPT = 100;

// However fast plays come and go, the file is written no more often than this.
const PAUSE_MS = 100;

/** What is kept of a play, as it is when it is written. */
export type JournalEntry = () => { span: SpanContext | undefined; beganMs: number; attributes: object };

/** The file in which a process keeps the plays it has open. */
export class JournalFile {
  readonly #folder: string;
  readonly #path: string;
  readonly fileName = `${process.pid}-${randomUUID()}.json`;
  readonly #writer = thisWriter();
  readonly #plays = new Map<object, JournalEntry>();
  readonly #beats: NodeJS.Timeout;
  #stale = false;
  #writing: Promise<void> | undefined;
  #underWay = false;
  /** Counts the writes that could not wait for one under way. */
  #overtaken = 0;
  #warned = false;

  constructor(folder: string) {
    this.#folder = folder;
    this.#path = join(folder, this.fileName);
    process.on('exit', this.writeNow);
    // Metrics may be off, or far between.
    this.#beats = setInterval(() => this.beat(), windows.exportIntervalSeconds * 1000).unref();
  }

  open(play: object, entry: JournalEntry): void {
    if (this.#plays.size >= MAX_KEPT && !this.#plays.has(play)) return;
    this.#plays.set(play, entry);
    this.#changed();
  }

  close(play: object): void {
    if (this.#plays.delete(play)) this.#changed();
  }

  beat(): void {
    if (this.#plays.size > 0) this.#changed();
  }

  /** Stops for good. What is left to write is written. */
  stop(): void {
    process.removeListener('exit', this.writeNow);
    clearInterval(this.#beats);
    this.writeNow();
  }

  #changed(): void {
    this.#stale = true;
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
    });
  }

  async #write(): Promise<void> {
    while (this.#stale) {
      this.#stale = false;
      this.#underWay = true;
      try {
        await this.#writeOnce(this.#overtaken);
      } catch (error) {
        this.#failed(error);
      }
      this.#underWay = false;
      // Does not keep the process: at its exit what is left to write is written.
      await sleep(PAUSE_MS, undefined, { ref: false });
    }
  }

  async #writeOnce(overtaken: number): Promise<void> {
    if (this.#plays.size === 0) return rm(this.#path, { force: true });
    makeFolder(this.#folder, 0o700);
    await writeFile(`${this.#path}.new`, this.#text(), { mode: 0o600 });
    if (overtaken === this.#overtaken) await rename(`${this.#path}.new`, this.#path);
    else await rm(`${this.#path}.new`, { force: true });
  }

  /** Writes what is left to write at once: for a process that is about to end. It is a small file. */
  readonly writeNow = (): void => {
    if (!this.#stale && !this.#underWay) return;
    this.#stale = false;
    this.#overtaken += 1;
    try {
      // First, so that a write under way has nothing to rename.
      rmSync(`${this.#path}.new`, { force: true });
      if (this.#plays.size > 0) writeFileSync(this.#path, this.#text(), { mode: 0o600 });
      else rmSync(this.#path, { force: true });
      // Opened by the write under way in the meantime; what slips through even so is removed as old by a later process.
      if (this.#underWay) rmSync(`${this.#path}.new`, { force: true });
    } catch (error) {
      this.#failed(error);
    }
  };

  #text(): string {
    const plays = [...this.#plays.values()].flatMap((entry): KeptPlay[] => {
      const { span, beganMs, attributes } = entry();
      if (span === undefined) return [];
      const { traceId, spanId, traceFlags } = span;
      return [
        { traceId, spanId, traceFlags, beganMs, attributes: redactAttributes(attributes as Attributes) },
      ];
    });
    const kept: KeptPlays = { version: 1, writer: this.#writer, updatedMs: Date.now(), plays };
    return JSON.stringify(kept);
  }

  #failed(error: unknown): void {
    if (this.#warned) return;
    this.#warned = true;
    reportTelemetryFailure('keeping open plays in the state folder', error);
  }
}
