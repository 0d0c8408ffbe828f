import { Ring } from './ring.ts';
import { type SystemFigures, systemLooker } from './system_figures.ts';

/** Figures of the machine at a moment. */
export interface SystemSample extends SystemFigures {
  readonly at: Date;
}

const INTERVAL_MS = 60_000;
const MAX_SAMPLES = 24 * 60;

let history: SystemHistory | undefined;

/** The figures of this process' machine; one, whoever asks. Kept from the first call on. */
export function systemHistory(): SystemHistory {
  history ??= new SystemHistory();
  history.begin();
  return history;
}

/** Figures of the machine of the last day, one a minute. Does not keep the process alive. */
export class SystemHistory {
  readonly #look = systemLooker(process.cwd());
  readonly #samples = new Ring<SystemSample>(MAX_SAMPLES);
  #latest: SystemSample | undefined;
  #looking: Promise<SystemSample> | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** Begins to look; does nothing the second time. */
  begin(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setInterval(() => void this.#sample(), INTERVAL_MS);
    this.#timer.unref();
    void this.#sample();
  }

  /** Figures of now, or of a second ago. Never rejects. */
  async current(): Promise<SystemSample> {
    if (this.#latest !== undefined && Date.now() - this.#latest.at.getTime() < 1000) return this.#latest;
    return this.#once();
  }

  /** Samples of the last hours, newest first. */
  since(hours: number): SystemSample[] {
    const oldest = Date.now() - hours * 3_600_000;
    return this.#samples.newest(MAX_SAMPLES, ({ at }) => at.getTime() >= oldest);
  }

  async #sample(): Promise<void> {
    this.#samples.add(await this.#once());
  }

  #once(): Promise<SystemSample> {
    this.#looking ??= this.#look().then((figures) => {
      this.#looking = undefined;
      this.#latest = { ...figures, at: new Date() };
      return this.#latest;
    });
    return this.#looking;
  }
}
