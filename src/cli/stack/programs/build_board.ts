import { availableParallelism } from 'node:os';
import { formatSeconds, type Progress } from '../progress.ts';
import { PROGRAMS, type ProgramName } from './programs.ts';

const TICK_MS = 1000;
/** The cores that the build times of the table were measured on. */
const MEASURED_CORES = 2;
/** Beyond this many cores the build is not faster, as linking and the longest chain of packages remain. */
const USEFUL_CORES = 8;

/** Tells about once a second how far the builds are. */
export class BuildBoard {
  readonly #running = new Map<ProgramName, string>();
  readonly #total: number;
  readonly #estimate: number;
  readonly #onProgress: Progress;
  readonly #started = performance.now();
  readonly #timer: NodeJS.Timeout;
  #done = 0;

  constructor(names: readonly ProgramName[], onProgress: Progress) {
    this.#total = names.length;
    this.#estimate = estimateSeconds(names);
    this.#onProgress = onProgress;
    this.#timer = setInterval(() => onProgress(this.#line(), true), TICK_MS);
  }

  /** Notes what is being done for a program right now, in a few words. */
  doing(name: ProgramName, what: string): void {
    this.#running.set(name, what);
  }

  /** Notes that a program is built. */
  done(name: ProgramName, seconds: number): void {
    this.#running.delete(name);
    this.#done += 1;
    this.#onProgress(`${PROGRAMS[name].title} built in ${formatSeconds(seconds)}`, false);
  }

  /** Ends the ticking. */
  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }

  #line(): string {
    const elapsed = (performance.now() - this.#started) / 1000;
    const time = `${formatSeconds(elapsed)} of about ${formatSeconds(Math.max(this.#estimate, elapsed))}`;
    const running = [...this.#running].map(([name, what]) => `${name} ${what}`).join(', ');
    return `${this.#done}/${this.#total} built, ${time}: ${running}`;
  }
}

/** How long a first build of these programs takes here, in seconds. */
export function estimateSeconds(names: readonly ProgramName[]): number {
  const cores = Math.min(availableParallelism(), USEFUL_CORES);
  return (names.reduce((sum, name) => sum + PROGRAMS[name].buildSeconds, 0) * MEASURED_CORES) / cores;
}
