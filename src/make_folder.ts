import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder, and those above it that are missing. Node's own `recursive` never comes back where a folder that is
 * there refuses with "no such file", as those of /proc do.
 *
 * @param path the folder
 * @param mode of each folder that is made
 * @returns whether it was not there before
 * @throws what the system says: EACCES, EROFS, ENOTDIR, ENOENT, …
 */
export function makeFolder(path: string, mode = 0o777): boolean {
  const missing: string[] = [];
  let at = resolve(path);
  while (!isFolder(at)) {
    missing.push(at);
    at = dirname(at);
  }
  for (const folder of missing.reverse()) {
    try {
      mkdirSync(folder, { mode });
    } catch (error) {
      // Another process was faster.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !isFolder(folder)) throw error;
    }
  }
  return missing.length > 0;
}

function isFolder(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) {
    // The root is there, or nothing is.
    if (dirname(path) === path) throw new Error(`there is no ${path}`);
    return false;
  }
  if (!stat.isDirectory())
    throw Object.assign(new Error(`ENOTDIR: not a directory, ${path}`), { code: 'ENOTDIR' });
  return true;
}
