import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { classifierFor } from '../diagnosis/exit.ts';
import { LineSplitter } from '../diagnosis/line_splitter.ts';
import type { OutputClassifier } from '../diagnosis/output_classifier.ts';
import { parseFfmpegProgress, parseYtDlpProgress } from '../diagnosis/progress.ts';
import type { AttemptNotes } from '../emit/scope.ts';

/** Reads what a program writes while it runs: how far it has come, and what it complains of. */
export class ExecWatch {
  readonly output: OutputClassifier;
  readonly #attempt: AttemptNotes | undefined;
  readonly #splitters: { readonly stdout: LineSplitter; readonly stderr: LineSplitter };
  /** How far it said it had come, 0 to 1. */
  progressRatio: number | undefined;
  /** Speed against real time, as ffmpeg said last. */
  speedRatio: number | undefined;

  constructor(program: string, attempt: AttemptNotes | undefined) {
    this.output = classifierFor(program);
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
    if (encoded !== undefined) {
      if (encoded.speedRatio !== undefined) this.speedRatio = encoded.speedRatio;
      return;
    }
    if (this.output.line(line)?.type === 'cookies_invalid') this.#attempt?.cookiesRejected();
  }
}
