import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { classifierFor } from '../../diagnosis/exit.ts';
import { LineSplitter } from '../../diagnosis/line_splitter.ts';
import type { OutputClassifier } from '../../diagnosis/output_classifier.ts';
import { parseFfmpegProgress, parseYtDlpProgress } from '../../diagnosis/progress.ts';
import type { AttemptNotes } from '../../emit/scope.ts';
import { ExecProgress } from './progress.ts';

// What `-progress` prints beside what is read: ordinary by its form, and not worth a place among the last lines.
const PROGRESS_KEY =
  /^(?:stream_\d+_\d+_\w+|out_time_\w+|out_time|dup_frames|drop_frames|total_size|bitrate|fps|speed|progress|elapsed)=/;
const DROPPED = /\bdrop(?:_frames)?= *(\d{1,12})/;

/** Reads what a program writes while it runs: how far it has come, and what it complains of. */
export class ExecWatch {
  readonly output: OutputClassifier;
  readonly #attempt: AttemptNotes | undefined;
  readonly #splitters: { readonly stdout: LineSplitter; readonly stderr: LineSplitter };
  /** How far it said it had come, 0 to 1. */
  progressRatio: number | undefined;
  /** What ffmpeg said of its own progress. */
  readonly encoding: ExecProgress;

  constructor(
    program: string,
    attempt: AttemptNotes | undefined,
    encoding: ExecProgress = new ExecProgress(program),
  ) {
    this.output = classifierFor(program);
    this.encoding = encoding;
    this.#attempt = attempt;
    const onLine = (line: string): void => this.#line(line);
    this.#splitters = { stdout: new LineSplitter(onLine), stderr: new LineSplitter(onLine) };
  }

  push(stream: 'stdout' | 'stderr', chunk: Buffer): void {
    this.#splitters[stream].push(chunk);
  }

  end(): void {
    this.#splitters.stdout.end();
    this.#splitters.stderr.end();
    this.encoding.end();
  }

  /** What it complained of and survived. */
  warnings(): Diagnosis[] {
    return [...this.output.diagnoses];
  }

  #line(line: string): void {
    const downloaded = parseYtDlpProgress(line);
    if (downloaded !== undefined) {
      if (downloaded.ratio !== undefined) {
        this.progressRatio = downloaded.ratio;
        this.#attempt?.progress(downloaded.ratio);
      }
      return;
    }
    const encoded = parseFfmpegProgress(line);
    if (encoded !== undefined || PROGRESS_KEY.test(line)) {
      const dropped = DROPPED.exec(line)?.[1];
      if (dropped !== undefined) this.encoding.droppedFrames = Number(dropped);
      if (encoded !== undefined) this.encoding.take(encoded);
      return;
    }
    if (this.output.line(line)?.type === 'cookies_invalid') this.#attempt?.cookiesRejected();
  }
}
