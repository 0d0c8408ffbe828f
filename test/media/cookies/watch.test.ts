import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CookiesCheck, cookies } from '../../../src/media/cookies/cookies.ts';
import type { CookiesWatch } from '../../../src/media/cookies/watch.ts';
import { session } from '../../../src/media/session/session.ts';
import { startTestSink, type TestSink } from '../../../src/testing.ts';

let folder = '';
let sink: TestSink;
let watches: CookiesWatch[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'otel-media-watch-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  sink = startTestSink();
});
afterEach(() => {
  for (const watch of watches) watch.close();
  watches = [];
  return sink.shutdown();
});

function write(path: string, value: string, expires = 4_000_000_000): void {
  writeFileSync(path, `.youtube.com\tTRUE\t/\tTRUE\t${expires}\tSID\t${value}\n`);
}

function begin(path: string, onChange?: (found: CookiesCheck, before: CookiesCheck | undefined) => void) {
  const watch = cookies.watch(path, onChange ? { onChange } : {});
  watches.push(watch);
  return watch;
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 600));
const WAIT = { timeout: 10_000, interval: 50 };

describe('cookies.watch', () => {
  it('looks at the start, and again at each change: written, replaced, removed, back', async () => {
    const path = join(folder, 'watched.txt');
    write(path, 'one');
    const seen: string[] = [];
    const watch = begin(path, (found, before) => seen.push(`${before?.state} ${found.state}`));
    expect((await watch.first).state).toBe('fresh');
    await settled();
    expect(seen).toEqual([]);
    write(path, 'two', 1000);
    await vi.waitFor(() => expect(seen).toEqual(['fresh expired']), WAIT);
    const replacement = join(folder, 'new.txt');
    write(replacement, 'three');
    renameSync(replacement, path);
    await vi.waitFor(() => expect(seen.at(-1)).toBe('expired fresh'), WAIT);
    rmSync(path);
    await vi.waitFor(() => expect(seen.at(-1)).toBe('fresh missing'), WAIT);
    write(path, 'four');
    await vi.waitFor(() => expect(seen.at(-1)).toBe('missing fresh'), WAIT);
    expect(seen).toHaveLength(4);
    const found = (await sink.spans()).filter(({ name }) => name === 'media.cookies.check');
    expect(found).toHaveLength(5);
  });

  it('looks once at a file that is written many times in a row, and not at its neighbours', async () => {
    const path = join(folder, 'busy.txt');
    write(path, '0');
    let calls = 0;
    await begin(path, () => {
      calls += 1;
    }).first;
    write(join(folder, 'neighbour.txt'), 'x');
    await settled();
    expect(calls).toBe(0);
    for (let at = 1; at < 30; at += 1) write(path, String(at));
    await vi.waitFor(() => expect(calls).toBe(1), WAIT);
    await settled();
    expect(calls).toBeLessThanOrEqual(2);
  });

  it('belongs to no request, even if one began it', async () => {
    const path = join(folder, 'asked.txt');
    write(path, 'one');
    let calls = 0;
    await session({ id: 'the-request' }, async () => {
      await begin(path, () => {
        calls += 1;
      }).first;
    });
    write(path, 'two');
    await vi.waitFor(() => expect(calls).toBe(1), WAIT);
    const checks = (await sink.spans()).filter(({ name }) => name === 'media.cookies.check');
    expect(checks.at(-1)?.parentSpanContext).toBeUndefined();
    expect(checks.at(-1)?.attributes['session.id']).toBeUndefined();
  });

  it('says nothing more once it is closed, also by `using`', async () => {
    const path = join(folder, 'closed.txt');
    write(path, 'one');
    let calls = 0;
    {
      using watch = cookies.watch(path, {
        onChange: () => {
          calls += 1;
        },
      });
      await watch.first;
    }
    write(path, 'two');
    await settled();
    expect(calls).toBe(0);
  });

  it('survives what it calls throwing, and a folder that is not there', async () => {
    const path = join(folder, 'thrower.txt');
    write(path, 'one');
    let calls = 0;
    await begin(path, () => {
      calls += 1;
      throw new Error('of the application');
    }).first;
    write(path, 'two');
    await vi.waitFor(() => expect(calls).toBe(1), WAIT);
    write(path, 'three');
    await vi.waitFor(() => expect(calls).toBe(2), WAIT);
    expect((await begin(join(folder, 'nowhere', 'c.txt')).first).state).toBe('missing');
  });

  it('is bounded in number', async () => {
    mkdirSync(join(folder, 'many'), { recursive: true });
    const path = join(folder, 'many', 'c.txt');
    write(path, 'one');
    let calls = 0;
    const all = Array.from({ length: 110 }, () =>
      begin(path, () => {
        calls += 1;
      }),
    );
    expect((await Promise.all(all.map(({ first }) => first))).every(({ usable }) => usable)).toBe(true);
    write(path, 'two');
    await vi.waitFor(() => expect(calls).toBeGreaterThanOrEqual(100), WAIT);
    await settled();
    expect(calls).toBe(100);
  });
});
