import type { DiagLogger } from '@opentelemetry/api';
import { redactText } from '../redact/text/text.ts';
import { columnsOf, wrapText } from '../wrap.ts';
import { REPORTED } from './delivery.ts';

const MS_BETWEEN_REPEATS = 60_000;
const MAX_REMEMBERED = 100;
const PREFIX = 'otel-media: ';

/**
 * Writes OpenTelemetry's own diagnostics to stderr as plain lines: the message of an error instead of its stack as
 * JSON, redacted, the same line at most once a minute. What `delivery.ts` has told already is left out.
 */
export class PlainDiagLogger implements DiagLogger {
  readonly #lastMs = new Map<string, number>();
  readonly #write: (line: string) => void;

  constructor(write: (line: string) => void = toStderr) {
    this.#write = write;
  }

  error(message: string, ...args: unknown[]): void {
    this.#line('error', message, args);
  }

  warn(message: string, ...args: unknown[]): void {
    this.#line('warning', message, args);
  }

  info(message: string, ...args: unknown[]): void {
    this.#line('info', message, args);
  }

  debug(message: string, ...args: unknown[]): void {
    this.#line('debug', message, args);
  }

  verbose(message: string, ...args: unknown[]): void {
    this.#line('verbose', message, args);
  }

  #line(level: string, message: string, args: readonly unknown[]): void {
    const said = [message, ...args].map(plain).join(' ');
    if (said.includes(REPORTED)) return;
    const from = said.startsWith(PREFIX) ? '' : `OpenTelemetry ${level}: `;
    const line = `${PREFIX}${from}${redactText(said.replace(PREFIX, ''))}\n`;
    const now = Date.now();
    const last = this.#lastMs.get(line);
    if (last !== undefined && now - last < MS_BETWEEN_REPEATS) return;
    if (this.#lastMs.size >= MAX_REMEMBERED) this.#lastMs.clear();
    this.#lastMs.set(line, now);
    this.#write(line);
  }
}

function toStderr(line: string): void {
  process.stderr.write(wrapText(line, columnsOf(process.stderr)));
}

function plain(value: unknown): string {
  if (value instanceof Error) return value.message || value.name;
  if (typeof value !== 'string') return shortJson(value);
  return messageOf(value) ?? value;
}

// The SDK's error handler passes an error on as JSON of its stack, message and name.
function messageOf(text: string): string | undefined {
  if (!text.startsWith('{"stack"')) return undefined;
  try {
    const { message, name } = JSON.parse(text) as { message?: unknown; name?: unknown };
    return typeof message === 'string' && message !== '' ? message : String(name);
  } catch {
    return undefined;
  }
}

function shortJson(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 500);
  } catch {
    return typeof value;
  }
}
