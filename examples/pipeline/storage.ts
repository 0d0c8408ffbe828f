import { copyFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Brings a file to where it is kept; here, into a folder that stands for a bucket. */
export async function store(file: string, to: string): Promise<number> {
  await copyFile(file, to);
  return (await stat(to)).size;
}

/** Removes the files of a folder, and leaves its folders alone. */
export async function cleanUp(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(folder, { withFileTypes: true });
  let bytes = 0;
  let files = 0;
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(folder, entry.name);
    bytes += (await stat(path)).size;
    await rm(path);
    files += 1;
  }
  return { files, bytes };
}
