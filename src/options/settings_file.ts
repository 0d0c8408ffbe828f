import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isOtelMediaError, OtelMediaError } from '../errors.ts';
import { fileReason } from './file_reason.ts';
import { jsonFault } from './json_fault.ts';

/** What was read of a settings file, and what was wrong with it, in words. */
export interface SettingsFile {
  readonly settings: Record<string, unknown>;
  readonly problems: string[];
  /** Why nothing could be read of it. */
  readonly unreadable?: OtelMediaError;
}

/**
 * Reads a settings file, JSON or YAML by its ending. One that is missing or cannot be read is a problem to tell, not
 * an error to throw. Problems name the file as it was given: they are printed here, and sent nowhere.
 *
 * @param path the file named by `OTEL_MEDIA_CONFIG`; `undefined` or empty for none
 */
export function readSettingsFile(path: string | undefined): SettingsFile {
  if (!path) return { settings: {}, problems: [] };
  try {
    return { settings: loadSettings(path, ' (named by OTEL_MEDIA_CONFIG)'), problems: [] };
  } catch (error) {
    if (!isOtelMediaError(error)) throw error;
    return { settings: {}, problems: [`${error.message}. It is left out.`], unreadable: error };
  }
}

/**
 * Reads a settings file that somebody asks for.
 *
 * @param note put behind its name in errors
 * @throws {OtelMediaError} `OTEL_MEDIA_SETTINGS_UNREADABLE`, `OTEL_MEDIA_SETTINGS_INVALID`
 */
export function loadSettings(path: string, note = ''): Record<string, unknown> {
  const named = `settings file ${JSON.stringify(path)}${note}`;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    const message = `${named} cannot be read: ${fileReason(cause)}`;
    throw new OtelMediaError('OTEL_MEDIA_SETTINGS_UNREADABLE', message, { cause });
  }
  const value = path.endsWith('.json') ? readJson(text, named) : readYaml(text, named);
  if (value === null || value === undefined) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new OtelMediaError('OTEL_MEDIA_SETTINGS_INVALID', `${named} must hold an object of options`);
}

// The messages of parsers quote the text, and that may be a credential: only the place is told.

function readJson(text: string, named: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid(named, 'JSON', jsonFault(text));
  }
}

function readYaml(text: string, named: string): unknown {
  // Loaded only by those who have such a file: it takes as long as a fifth of OpenTelemetry itself.
  const { parse } = createRequire(import.meta.url)('yaml') as { parse: (text: string) => unknown };
  try {
    return parse(text);
  } catch (error) {
    const { linePos } = error as { linePos?: readonly { readonly line: number; readonly col: number }[] };
    const [place] = linePos ?? [];
    throw invalid(named, 'YAML', place && { line: place.line, column: place.col });
  }
}

function invalid(named: string, kind: string, place?: { line: number; column: number }): OtelMediaError {
  const where = place ? `, at line ${place.line}, column ${place.column}` : '';
  return new OtelMediaError('OTEL_MEDIA_SETTINGS_INVALID', `${named} is not valid ${kind}${where}`);
}
