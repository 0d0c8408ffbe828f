import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultStateDir, keptHashKey } from '../../src/pipeline/hash_key.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'otel-media-key-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the key of the hashes', () => {
  it('is made once and kept, for its owner only', () => {
    const dir = join(folder, 'a', 'b');
    const { key, problem } = keptHashKey(dir);
    expect(key).toHaveLength(32);
    expect(problem).toBeUndefined();
    expect(keptHashKey(dir)).toEqual({ key });
    expect(statSync(join(dir, 'hash.key')).mode & 0o777).toBe(0o600);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
  });

  it('is another in another folder', () => {
    expect(keptHashKey(join(folder, 'one')).key).not.toEqual(keptHashKey(join(folder, 'two')).key);
  });

  it('is one of this process only where none can be kept', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    // Node's own way of making folders hangs below /proc.
    for (const [stateDir, reason] of [
      [join(file, 'below'), 'ENOTDIR'],
      ['/proc/otel-media/below', 'ENOENT'],
    ] as const) {
      const { key, problem } = keptHashKey(stateDir);
      expect(key).toHaveLength(32);
      expect(problem).toContain(`${stateDir}`);
      expect(problem).toContain(reason);
      expect(problem).toContain('OTEL_MEDIA_STATE');
    }
  });

  it('is never a short one, whatever is in the file', () => {
    const dir = join(folder, 'broken');
    keptHashKey(dir);
    const path = join(dir, 'hash.key');
    chmodSync(path, 0o600);
    for (const content of ['', 'zz', 'abcd']) {
      writeFileSync(path, content);
      const { key, problem } = keptHashKey(dir);
      expect(key).toHaveLength(32);
      expect(problem).toContain('hash.key cannot be used (it holds no key)');
      expect(readFileSync(path, 'utf8')).toBe(content);
    }
  });
});

describe('the state folder', () => {
  it.each([
    [{ XDG_STATE_HOME: '/x' }, /^\/x\/otel-media$/],
    [{ XDG_STATE_HOME: '' }, /\.local\/state\/otel-media$/],
    [{}, /\.local\/state\/otel-media$/],
  ])('is where the user’s state is: %j', (env, expected) => {
    expect(defaultStateDir(env)).toMatch(expected);
  });
});
