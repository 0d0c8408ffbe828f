import { setTimeout as sleep } from 'node:timers/promises';
import { Monitor } from './monitor.ts';
import { nowPlaying } from './now_playing.ts';

/** What was on air, as whoever sent it knows. */
export interface Aired {
  readonly plays: number;
  readonly seconds: number;
  /** How often it was silent: between two plays, or because of the crash. */
  readonly silences: number;
}

const TRACKS = ['First Light', 'Second Thoughts', 'Third Rail', 'Fourth Wall', 'Fifth Gear'];
const SONG_SECONDS = 1;
/** Longer than metrics and events wait until they are sent: what is not sent by then dies with the process. */
const BEFORE_CRASH_SECONDS = 3.2;

/** A few seconds of radio: tracks, a silence, two errors, and the crash of the monitor. */
export class Programme {
  readonly #state: string;
  readonly #tell: (line: string) => void;
  #entry = 0;
  #plays = 0;
  #seconds = 0;
  #onAirSince: number | undefined;

  constructor(state: string, tell: (line: string) => void) {
    this.#state = state;
    this.#tell = tell;
  }

  async run(): Promise<Aired> {
    let monitor = await Monitor.start(this.#state);
    await this.#play(monitor, 0);
    await this.#play(monitor, 1, async () => {
      await monitor.nowPlaying(this.#payload(1));
      await monitor.fault('rtmp://live.example/app: Connection reset by peer', true);
      this.#tell('  AzuraCast says it again, which changes nothing; an error that playing went on after');
    });
    await this.#offLine(monitor);
    this.#tell('silence');
    await sleep(1000);
    await this.#play(monitor, 2, async () => {
      await monitor.fault('rtmp://live.example/app: Broken pipe', false);
      this.#tell('  an error');
    });
    await this.#play(monitor, 0);
    await this.#play(monitor, 3, () => sleep(BEFORE_CRASH_SECONDS * 1000));
    this.#tell('the monitor is killed in the middle of this, and started again');
    this.#silent();
    await monitor.crash();
    monitor = await Monitor.start(this.#state);
    await this.#play(monitor, 4);
    await this.#offLine(monitor);
    await monitor.stop();
    return { plays: this.#plays, seconds: this.#seconds, silences: 2 };
  }

  async #play(monitor: Monitor, track: number, meanwhile = async () => {}): Promise<void> {
    this.#entry += 1;
    this.#plays += 1;
    this.#tell(`on air: ${TRACKS[track]}`);
    await monitor.nowPlaying(this.#payload(track));
    this.#onAirSince ??= performance.now();
    await meanwhile();
    await sleep(SONG_SECONDS * 1000);
  }

  async #offLine(monitor: Monitor): Promise<void> {
    await monitor.nowPlaying(nowPlaying(this.#song(0), { is_online: false }));
    this.#silent();
  }

  #silent(): void {
    this.#seconds += (performance.now() - (this.#onAirSince ?? performance.now())) / 1000;
    this.#onAirSince = undefined;
  }

  #payload(track: number): object {
    return nowPlaying(this.#song(track));
  }

  #song(track: number) {
    const title = TRACKS[track] ?? '';
    return { id: this.#entry, artist: 'The Examples', title, duration: SONG_SECONDS, elapsed: 0 };
  }
}
