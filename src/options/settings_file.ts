import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What was read of a settings file, and what was wrong with it, in words. */
export interface SettingsFile {
  readonly settings: Record<string, unknown>;
  readonly problems: string[];
}

/**
 * Reads a settings file, JSON or YAML by its ending. One that is missing or cannot be read is a problem to tell, not
 * an error to throw. Problems name the file as it was given: they are printed here, and sent nowhere.
 *
 * @param path the file named by `OTEL_MEDIA_CONFIG`; `undefined` or empty for none
 */
export function readSettingsFile(path: string | undefined): SettingsFile {
  if (!path) return { settings: {}, problems: [] };
  const named = `settings file ${JSON.stringify(path)} (named by OTEL_MEDIA_CONFIG)`;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    return { settings: {}, problems: [`${named} cannot be read: ${code}. It is left out.`] };
  }
  let value: unknown;
  try {
    value = path.endsWith('.json') ? JSON.parse(text) : parseYaml(text);
  } catch {
    // The parser's message quotes the text, and that may be a credential.
    const kind = path.endsWith('.json') ? 'JSON' : 'YAML';
    return { settings: {}, problems: [`${named} is not valid ${kind}. It is left out.`] };
  }
  if (value === null || value === undefined) return { settings: {}, problems: [] };
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { settings: {}, problems: [`${named} must hold an object of options. It is left out.`] };
  }
  return { settings: value as Record<string, unknown>, problems: [] };
}

// Loaded only by those who have such a file: it takes as long as a fifth of OpenTelemetry itself.
function parseYaml(text: string): unknown {
  const { parse } = createRequire(import.meta.url)('yaml') as { parse: (text: string) => unknown };
  return parse(text);
}
