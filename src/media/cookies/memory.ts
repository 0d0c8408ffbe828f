import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportTelemetryFailure } from '../../emit/guard.ts';
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

// An application that makes up paths without end must not make this grow without end; the one longest unused goes.
const MAX_REMEMBERED = 1000;
const MAX_FILE_BYTES = 1024 * 1024;
const FILE_NAME = 'cookies.json';
const SAVE_AFTER_MS = 200;

const memory = new Map<string, CookiesMemory>();
// As read from the state folder, by the keyed hash of its key.
let kept = new Map<string, CookiesMemory>();
let stateDir: string | undefined;
let loading: Promise<void> = Promise.resolve();
let saving: NodeJS.Timeout | undefined;
let writing: Promise<void> = Promise.resolve();

/**
 * Has what is known of cookies kept in a folder, so that a restart does not make an old export look fresh. Keys leave
 * the process as keyed hashes, and so do fingerprints. For `init()`; `undefined` keeps it in this process only.
 */
export function setCookiesStateDir(folder: string | undefined): void {
  stateDir = folder;
  kept = new Map();
  loading = folder === undefined ? Promise.resolve() : load(join(folder, FILE_NAME));
}

/** Resolves once what earlier processes kept has been read. Never rejects. */
export function cookiesMemoryReady(): Promise<void> {
  return loading;
}

/** What is remembered under a key. Compare its fingerprint with {@link isSameExport}. */
export function recallCookies(key: string): CookiesMemory | undefined {
  const found = memory.get(key) ?? (kept.size > 0 ? kept.get(keyedHash(key)) : undefined);
  // What is in use is what is worth its room.
  if (found !== undefined) put(key, found);
  return found;
}

/** What this process itself remembers under a key; quick enough to ask for every jar at every export. */
export function recallOwnCookies(key: string): CookiesMemory | undefined {
  return memory.get(key);
}

/** Remembers, beside what is remembered already. */
export function rememberCookies(key: string, change: CookiesMemory): void {
  const before = recallCookies(key);
  put(key, { ...before, ...change });
  if (stateDir === undefined || saving !== undefined) return;
  saving = setTimeout(() => void saveCookiesMemory(), SAVE_AFTER_MS);
  saving.unref();
}

function put(key: string, entry: CookiesMemory): void {
  memory.delete(key);
  memory.set(key, entry);
  if (memory.size <= MAX_REMEMBERED) return;
  const [oldest] = memory.keys();
  if (oldest !== undefined) memory.delete(oldest);
}

/**
 * Whether a fingerprint is the one that is remembered. What an earlier process kept is a keyed hash of it, so that a
 * stolen state file proves nothing.
 */
export function isSameExport(fingerprint: string, remembered: CookiesMemory | undefined): boolean {
  const before = remembered?.fingerprint;
  return before !== undefined && (before === fingerprint || before === keyedHash(fingerprint));
}

/** Writes what is new to the state folder, if there is one. Never rejects. */
export function saveCookiesMemory(): Promise<void> {
  const folder = stateDir;
  const isNew = saving !== undefined;
  clearTimeout(saving);
  saving = undefined;
  if (folder !== undefined && isNew) writing = writing.then(() => save(folder));
  return writing;
}

async function save(folder: string): Promise<void> {
  const path = join(folder, FILE_NAME);
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    // Another process may have written since.
    const all = await read(path);
    for (const [key, mine] of memory) {
      const hash = keyedHash(key);
      const { fingerprint } = mine;
      const shown = fingerprint === undefined ? mine : { ...mine, fingerprint: keyedHash(fingerprint) };
      const merged = merge(all.get(hash), shown);
      all.delete(hash);
      all.set(hash, merged);
    }
    const entries = [...all].slice(-MAX_REMEMBERED);
    makeFolder(folder, 0o700);
    await writeFile(temporary, JSON.stringify({ version: 1, cookies: Object.fromEntries(entries) }), {
      mode: 0o600,
    });
    await rename(temporary, path);
  } catch (error) {
    reportTelemetryFailure('keeping what is known of cookies', error);
    await rm(temporary, { force: true }).catch(() => {});
  }
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

async function load(path: string): Promise<void> {
  try {
    kept = await read(path);
  } catch (error) {
    reportTelemetryFailure('reading what is known of cookies', error);
  }
}

/** What the file holds that makes sense; nothing if there is none, or it is not ours. */
async function read(path: string): Promise<Map<string, CookiesMemory>> {
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

function time(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;
}

function compact(entry: { [K in keyof CookiesMemory]?: CookiesMemory[K] | undefined }): CookiesMemory {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}
