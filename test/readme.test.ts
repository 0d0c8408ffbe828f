import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/cli/commands.ts';
import { script } from './cli/workspace.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** Each program of README.md, by the name that the text gives it: the last one before its code. */
const programs = new Map(
  [...readme.matchAll(/`(\w+\.mjs)`[^`]*(?:`[^`]+`[^`]*)*?```js\n([\s\S]*?)```/g)].map(
    ([, name = '', code = '']) => [name, code],
  ),
);

let folder = '';
let url = '';
const origin = createServer((_, response) => response.end('media'));
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'otel-media-readme-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules', 'otel-media'));
  for (const [name, code] of programs) writeFileSync(join(folder, name), code);
  origin.listen(0, '127.0.0.1');
  await once(origin, 'listening');
  const address = origin.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/film.mp4`;
});
afterAll(() => {
  origin.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Running {
  readonly child: ChildProcess;
  said(): string;
  readonly ended: Promise<number | null>;
}

function run(args: readonly string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [...args], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      OTEL_MEDIA_STATE: folder,
      OTEL_EXPORTER_OTLP_ENDPOINT: url,
      OTEL_LOG_LEVEL: 'none',
      ...env,
    },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      text += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, said: () => text, ended };
}

// As users have it: installed and built. `npm ci` builds.
const built = existsSync(join(root, 'dist', 'index.js'));

describe.skipIf(!built)('a program of README.md', { timeout: 30_000 }, () => {
  it('has a name, whichever it is', () => {
    const names = ['fetcher', 'ytdlp', 'server', 'radio', 'processing', 'sink', 'policy'];
    expect([...programs.keys()]).toEqual(names.map((name) => `${name}.mjs`));
    expect(readme.match(/^```js$/gm)).toHaveLength(programs.size);
  });

  it('fetcher.mjs runs', async () => {
    const { said, ended } = run(['fetcher.mjs', url]);
    expect(await ended, said()).toBe(0);
    expect(said()).toContain('traces, metrics and logs of fetcher to ');
    expect(said()).toContain('5 bytes\n');
  });

  it('ytdlp.mjs runs, with its fallback', async () => {
    const path = join(folder, 'path');
    script(path, 'yt-dlp', 'case "$*" in *cookies*) exit 1;; esac; echo "$@" > asked');
    const { said, ended } = run(['ytdlp.mjs', url], { PATH: `${path}:${process.env.PATH}` });
    expect(await ended, said()).toBe(0);
    expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe(`${url}\n`);
  });

  it('server.mjs answers', async () => {
    const code = programs.get('server.mjs') ?? '';
    writeFileSync(
      join(folder, 'server.mjs'),
      code
        .replace('listen(8080,', 'listen(0,')
        .replace(/\);\s*$/, `, function () { console.log('port', this.address().port); });`),
    );
    const { child, said, ended } = run(['--import', 'otel-media/register', 'server.mjs'], {
      OTEL_SERVICE_NAME: 'hello',
    });
    await expect.poll(said, { timeout: 10_000 }).toMatch(/port \d+/);
    const base = `http://127.0.0.1:${/port (\d+)/.exec(said())?.[1]}`;
    expect(await (await fetch(base)).text()).toBe('hello\n');
    expect((await fetch(`${base}/healthz`)).headers.get('content-type')).toContain('json');
    child.kill('SIGTERM');
    await ended;
    expect(said()).toContain('logs of hello to ');
  });

  it.each(['radio', 'processing'])('%s.mjs runs', async (name) => {
    const { said, ended } = run([`${name}.mjs`]);
    expect(await ended, said()).toBe(0);
    expect(said().trim().split('\n')).toEqual([
      expect.stringContaining(`traces, metrics and logs of ${name} to `),
    ]);
  });

  it('policy.mjs has no setting that is not one', async () => {
    const { said, ended } = run(['policy.mjs']);
    expect(await ended, said()).toBe(0);
    expect(said().trim().split('\n')).toEqual([
      expect.stringContaining('traces, metrics and logs of fetcher to '),
    ]);
  });

  it('sink.mjs prints what README.md says', async () => {
    const { said, ended } = run(['sink.mjs']);
    expect(await ended, said()).toBe(0);
    const [, shown] = /\/\/ (\[.*\])/.exec(programs.get('sink.mjs') ?? '') ?? [];
    expect(said()).toBe(`${shown}\n`);
  });
});

describe('README.md', () => {
  it('names only commands that there are', () => {
    const named = [...readme.matchAll(/npx otel-media (\w+)/g)].map(([, name = '']) => name);
    expect([...new Set(named)].sort()).toEqual(Object.keys(COMMANDS).sort());
  });
});
