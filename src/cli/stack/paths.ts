import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Environment variables as read by this command line. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The folder of the installed package: it holds `collector/`, `grafana/` and `docker-compose.yml`. */
export function packageRoot(): string {
  // Upwards, as this file may be in src/ or part of a bundle in dist/.
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error(`no package.json above ${fileURLToPath(import.meta.url)}`);
    folder = above;
  }
  return folder;
}

/**
 * The folder of state, logs and data.
 *
 * @param chosen a folder asked for by option; default: `OTEL_MEDIA_STATE`, else `$XDG_STATE_HOME/otel-media`, else
 *   `~/.local/state/otel-media`
 */
export function stateFolder(chosen?: string, env: Environment = process.env): string {
  const folder = chosen ?? env.OTEL_MEDIA_STATE;
  return folder ? resolve(folder) : join(base(env.XDG_STATE_HOME, '.local/state'), 'otel-media');
}

/** The folder of programs built once: `OTEL_MEDIA_CACHE`, else `$XDG_CACHE_HOME/otel-media`, else `~/.cache/otel-media`. */
export function cacheFolder(env: Environment = process.env): string {
  const folder = env.OTEL_MEDIA_CACHE;
  return folder ? resolve(folder) : join(base(env.XDG_CACHE_HOME, '.cache'), 'otel-media');
}

/** A path as people write it: the home folder as `~`. */
export function shortPath(path: string): string {
  const home = homedir();
  return home !== '/' && path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}

function base(fromEnvironment: string | undefined, fallback: string): string {
  // The XDG specification has relative paths ignored.
  return fromEnvironment && isAbsolute(fromEnvironment) ? fromEnvironment : join(homedir(), fallback);
}
