import { performance } from 'node:perf_hooks';
import type { FfmpegProgress } from '../../diagnosis/progress.ts';
import { addCount, record } from '../../emit/metrics.ts';
import { threshold } from '../../emit/thresholds.ts';
import { execFrames, execOutputTime, execSpeed } from '../../registry/exec.ts';
import { thresholds } from '../../registry/thresholds.ts';
import { SpeedMeter } from './speed_meter.ts';

const WINDOW_MS = thresholds.execStreamWindowSeconds * 1000;
const LOOK_EVERY_MS = 5000;
// A stream that falls behind and recovers again and again is told of once in a while.
const TELL_EVERY_MS = 60_000;
const SHORTEST_MS = 1000;

/** How far a program that writes media has come, and how fast. */
export class ExecProgress {
  readonly name: string;
  readonly streaming: boolean;
  /** Speed against real time, as ffmpeg said last: the mean since it began. */
  speedRatio: number | undefined;
  frames: number | undefined;
  droppedFrames: number | undefined;
  /** Position in the output, in seconds. */
  outputSeconds: number | undefined;
  /** It streamed, and could not keep up with real time at some moment. */
  slow = false;
  readonly #onSlow: (speed: number) => void;
  readonly #active: boolean;
  readonly #meter = new SpeedMeter(thresholds.execStreamWindowSeconds);
  #behind = false;
  #recorded = false;
  #toldMs = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param name   base name of the program
   * @param more   `streaming`: it has to keep up with real time; `active`: whether anything is measured at all;
   *               `onSlow`: called when it falls behind, with its speed
   */
  constructor(
    name: string,
    more: { streaming?: boolean; active?: boolean; onSlow?: (speed: number) => void } = {},
  ) {
    this.name = name;
    this.streaming = more.streaming ?? false;
    this.#active = more.active ?? false;
    this.#onSlow = more.onSlow ?? (() => {});
  }

  /** Takes what a line of progress told. */
  take(told: FfmpegProgress, nowMs = performance.now()): void {
    if (told.speedRatio !== undefined) this.speedRatio = told.speedRatio;
    if (told.frame !== undefined) {
      this.#count(execFrames, told.frame - (this.frames ?? 0));
      this.frames = told.frame;
    }
    if (told.timeSeconds === undefined || told.timeSeconds < 0) return;
    if (this.outputSeconds === undefined) this.#watch();
    this.#count(execOutputTime, told.timeSeconds - (this.outputSeconds ?? 0));
    this.outputSeconds = told.timeSeconds;
    this.#meter.add(told.timeSeconds, nowMs);
    this.look(nowMs);
  }

  /** Says whether it keeps up now. Called with each line, and by a timer for when no more lines come. */
  look(nowMs = performance.now()): void {
    if (!this.streaming) return;
    const speed = this.#meter.speed(nowMs, WINDOW_MS);
    if (speed === undefined) return;
    const behind = speed < threshold('execStreamSpeedRatio');
    if (behind && !this.#behind && nowMs - this.#toldMs >= TELL_EVERY_MS) {
      this.#toldMs = nowMs;
      this.slow = true;
      this.#onSlow(speed);
    }
    this.#behind = behind;
  }

  /** It has ended. */
  end(): void {
    clearInterval(this.#timer);
    if (!this.#active || this.#recorded || this.outputSeconds === undefined) return;
    this.#record(this.#meter.speed(performance.now(), SHORTEST_MS) ?? this.speedRatio);
  }

  #watch(): void {
    if (!this.#active) return;
    this.#timer = setInterval(() => {
      this.look();
      this.#record(this.#meter.speed(performance.now(), SHORTEST_MS));
    }, LOOK_EVERY_MS);
    this.#timer.unref();
  }

  // A histogram and no gauge: a gauge that is told no more goes on being exported with what it was told last.
  #record(speed: number | undefined): void {
    if (speed === undefined) return;
    this.#recorded = true;
    record(execSpeed, speed, {
      'process.executable.name': this.name,
      'media.exec.streaming': this.streaming,
    });
  }

  #count(counter: typeof execFrames | typeof execOutputTime, more: number): void {
    if (this.#active && more > 0) addCount(counter, more, { 'process.executable.name': this.name });
  }
}

/** What the program's own progress lines told, as attributes of its span and its end. */
export function progressAttributes(encoding: ExecProgress) {
  return {
    'media.exec.speed': encoding.speedRatio,
    'media.exec.frame_count': encoding.frames,
    'media.exec.dropped_frame_count': encoding.droppedFrames,
    'media.exec.output_time': encoding.outputSeconds,
    ...(encoding.streaming && { 'media.exec.streaming': true }),
    ...(encoding.slow && { 'media.exec.slow': true }),
  };
}
