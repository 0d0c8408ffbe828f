import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../make_folder.ts';
import { keyedHash } from '../../redact/policy/hash.ts';

/** What is remembered of a jar, or of a cookie file, beyond what can be read from it. Times in ms since 1970. */
export interface CookiesMemory {
  /** Changes when the value of an auth cookie does. */
  readonly fingerprint?: string;
  /** When the auth cookies were last seen to be others than before: what the age of the export is counted from. */
  readonly changedMs?: number;
  readonly acceptedMs?: number;
  readonly rejectedMs?: number;
}

const MAX_FILE_BYTES = 1024 * 1024;
const FILE_NAME = 'cookies.json';

/**
 * Writes what is remembered to the file in a folder, beside what other processes have written there. Keys and fingerprints
 * leave as keyed hashes. Rejects where it cannot be written.
 *
 * @param memory by key
 * @param most   most that the file holds; those longest unused go
 */
export async function writeMemoryFile(
  folder: string,
  memory: ReadonlyMap<string, CookiesMemory>,
  most: number,
): Promise<void> {
  const path = join(folder, FILE_NAME);
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    // Another process may have written since.
    const all = await readMemoryFile(folder);
    for (const [key, mine] of memory) {
      const hash = keyedHash(key);
      const { fingerprint } = mine;
      const shown = fingerprint === undefined ? mine : { ...mine, fingerprint: keyedHash(fingerprint) };
      const merged = merge(all.get(hash), shown);
      all.delete(hash);
      all.set(hash, merged);
    }
    const entries = [...all].slice(-most);
    makeFolder(folder, 0o700);
    await writeFile(temporary, JSON.stringify({ version: 1, cookies: Object.fromEntries(entries) }), {
      mode: 0o600,
    });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
}

/** What the file in a folder holds that makes sense, by keyed hashes; nothing if there is none, or it is not ours. */
export async function readMemoryFile(folder: string): Promise<Map<string, CookiesMemory>> {
  const path = join(folder, FILE_NAME);
  const found = new Map<string, CookiesMemory>();
  try {
    if ((await stat(path)).size > MAX_FILE_BYTES) return found;
    const { cookies } = JSON.parse(await readFile(path, 'utf8')) as { cookies?: Record<string, unknown> };
    for (const [hash, one] of Object.entries(cookies ?? {})) {
      if (typeof one !== 'object' || one === null) continue;
      const { fingerprint, changedMs, acceptedMs, rejectedMs } = one as Record<string, unknown>;
      const known = compact({
        fingerprint: typeof fingerprint === 'string' ? fingerprint : undefined,
        changedMs: time(changedMs),
        acceptedMs: time(acceptedMs),
        rejectedMs: time(rejectedMs),
      });
      found.set(hash, known);
    }
  } catch {
    // Not there yet, or damaged: what it said is lost, and will be learned again.
  }
  return found;
}

function merge(theirs: CookiesMemory | undefined, mine: CookiesMemory): CookiesMemory {
  if (theirs === undefined) return mine;
  const isSame = theirs.fingerprint !== undefined && theirs.fingerprint === mine.fingerprint;
  const changedMs = isSame ? earlier(theirs.changedMs, mine.changedMs) : mine.changedMs;
  return compact({
    ...theirs,
    ...mine,
    changedMs: changedMs ?? theirs.changedMs,
    acceptedMs: later(theirs.acceptedMs, mine.acceptedMs),
    rejectedMs: later(theirs.rejectedMs, mine.rejectedMs),
  });
}

function later(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
}

function earlier(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}

function time(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;
}

function compact(entry: { [K in keyof CookiesMemory]?: CookiesMemory[K] | undefined }): CookiesMemory {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}
