import { OtelMediaError } from '../../errors.ts';
import { isOtlp, shapeFault } from './otlp_shape.ts';

export type Form = 'text' | 'lines of otlp' | 'document of otlp';

/**
 * A value as OTLP.
 *
 * @throws {OtelMediaError} `OTEL_MEDIA_INPUT_INVALID` for one that is not
 */
export function otlp(value: unknown, line: number): Readonly<Record<string, unknown>> {
  if (!isOtlp(value)) {
    throw new OtelMediaError('OTEL_MEDIA_INPUT_INVALID', `line ${line}: this is JSON, but no OTLP`, {
      hint: 'OTLP has resourceSpans, resourceLogs or resourceMetrics; --text reads any lines as text',
    });
  }
  const fault = shapeFault(value);
  if (fault === undefined) return value;
  throw new OtelMediaError('OTEL_MEDIA_INPUT_INVALID', `line ${line}: this is no OTLP: ${fault}`, {
    hint: 'give OTLP as JSON, as a Collector or an SDK writes it; --text reads any lines as text',
  });
}

/** What is piped in, by its first line: OTLP, one document a line or one over several, or text. */
export function formOf(line: string): Form {
  const start = line.trimStart();
  if (!/^[[{]/.test(start)) return 'text';
  try {
    return isOtlp(JSON.parse(line)) ? 'lines of otlp' : 'text';
  } catch {
    return /^[[{]\s*$|"resource(?:Spans|Logs|Metrics)"/.test(start) ? 'document of otlp' : 'text';
  }
}

/** Whether a line is a whole document of OTLP. */
export function isWhole(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    return isOtlp(JSON.parse(line));
  } catch {
    return false;
  }
}
