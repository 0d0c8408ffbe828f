import { reportTelemetryFailure } from '../../emit/guard.ts';
import { keyedHash } from '../../redact/policy/hash.ts';
import { type CookiesMemory, readMemoryFile, writeMemoryFile } from './memory_file.ts';

// An application that makes up paths without end must not make this grow without end; the one longest unused goes.
const MAX_REMEMBERED = 1000;
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
  loading = folder === undefined ? Promise.resolve() : load(folder);
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

async function load(folder: string): Promise<void> {
  try {
    kept = await readMemoryFile(folder);
  } catch (error) {
    reportTelemetryFailure('reading what is known of cookies', error);
  }
}

async function save(folder: string): Promise<void> {
  try {
    await writeMemoryFile(folder, memory, MAX_REMEMBERED);
  } catch (error) {
    reportTelemetryFailure('keeping what is known of cookies', error);
  }
}
