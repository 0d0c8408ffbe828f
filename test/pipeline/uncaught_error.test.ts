import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asNodePrints } from '../../src/pipeline/uncaught_error.ts';

const REGISTER = new URL('../../src/register.ts', import.meta.url).href;
const INDEX = new URL('../../src/index.ts', import.meta.url).href;
const NOTHING = 'data:text/javascript,';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'otel-media-uncaught-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program of one file; nothing listens where its telemetry goes. */
function run(file: string, imported: string, flags: readonly string[] = []): Promise<Ended> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:OTEL_|NODE_|VITEST)/.test(name));
  const env = {
    ...Object.fromEntries(inherited),
    OTEL_MEDIA_STATE: folder,
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
    OTEL_MEDIA_SHUTDOWN_TIMEOUT: '1',
    OTEL_MEDIA_STARTUP_LINE: 'false',
    OTEL_LOG_LEVEL: 'none',
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', imported, ...flags, file],
      { env, cwd: folder },
      (error, out, err) => resolve({ code: error ? error.code : 0, stdout: out, stderr: comparable(err) }),
    );
  });
}

// Process ids differ, and so does the count of promises that were rejected before, ours among them.
function comparable(stderr: string): string {
  return stderr.replaceAll(/\(node:\d+\)| \(rejection id: \d+\)/g, '');
}

function program(name: string, source: string): string {
  const path = join(folder, name);
  writeFileSync(path, source);
  return path;
}

describe('an error that nobody catches', { timeout: 60_000 }, () => {
  it.each([
    ['thrown', 'timer.cjs', 'setTimeout(() => {\n\tthrow new RangeError("planted");\n}, 5);'],
    ['made by Node', 'type.cjs', 'setTimeout(() => { null.planted }, 5);'],
    ['parsed', 'json.mjs', 'setTimeout(() => { JSON.parse("{bad") }, 5);'],
    ['rejected', 'reject.mjs', 'setTimeout(() => { Promise.reject(new Error("planted")) }, 5);'],
    [
      'with a cause and fields',
      'fields.mjs',
      'class Own extends Error { name = "Own"; extra = { a: [{ b: { c: 1 } }] } }\n' +
        'setTimeout(() => { throw new Own("planted", { cause: new Error("because") }) }, 5);',
    ],
    [
      'with an exit listener',
      'exit.cjs',
      'process.on("exit", (code) => { console.log(code); process.exitCode = 5; });\n' +
        'setTimeout(() => { throw new Error("planted") }, 5);',
    ],
    [
      'with a monitor, told once',
      'monitor.cjs',
      'process.on("uncaughtExceptionMonitor", (error, origin) => { console.log(error.message, origin); });\n' +
        'setTimeout(() => { throw new Error("planted") }, 5);',
    ],
  ])('%s: is printed as Node prints it', async (_, name, source) => {
    const path = program(name, source);
    const [without, withUs] = await Promise.all([run(path, NOTHING), run(path, REGISTER)]);
    expect(without.code).not.toBe(0);
    expect(without.stderr).toMatch(/\^\n\n[\s\S]*\n\nNode\.js v/);
    expect(withUs).toEqual(without);
  });

  it.each(['strict', 'warn', 'none', 'warn-with-error-codes', 'throw'])(
    'rejected under --unhandled-rejections=%s: is treated as Node treats it',
    async (mode) => {
      const path = program(`mode-${mode}.mjs`, 'setTimeout(() => { Promise.reject(new Error("p")) }, 5);');
      const flags = [`--unhandled-rejections=${mode}`];
      const [without, withUs] = await Promise.all([run(path, NOTHING, flags), run(path, REGISTER, flags)]);
      expect(withUs).toEqual(without);
    },
  );

  it('that went through a helper has the place in the application', async () => {
    const source = `import { download, exec } from ${JSON.stringify(INDEX)};
await download({ id: 'abc' }, async () => {
  throw new RangeError('planted');
});`;
    const path = program('helper.mjs', source);
    const { code, stderr } = await run(path, REGISTER);
    expect(code).toBe(1);
    const url = `file://${path}`;
    expect(stderr).toMatch(
      `${url}:3\n  throw new RangeError('planted');\n        ^\n\nRangeError: planted\n    at `,
    );
    expect(stderr.match(/RangeError: planted/g)).toHaveLength(1);
  });

  it('of an abort, or of a module of Node, has the place in the application', async () => {
    const abort = 'setTimeout(() => { Promise.reject(new DOMException("planted", "AbortError")) }, 5);';
    expect((await run(program('abort.cjs', abort), REGISTER)).stderr).toMatch(/^\S+abort\.cjs:1\n/);
    const read = 'setTimeout(() => { require("node:fs").readFileSync("/planted") }, 5);';
    expect((await run(program('read.cjs', read), REGISTER)).stderr).toMatch(/^\S+read\.cjs:1\n/);
  });

  it('of an emitter says where it was emitted', async () => {
    const source = `const emitter = new (require('node:events'))();
setTimeout(() => { emitter.emit('error', new Error('planted')) }, 5);`;
    const { stderr } = await run(program('emitter.cjs', source), REGISTER);
    expect(stderr).toContain("emitter.cjs:2\nsetTimeout(() => { emitter.emit('error', new Error('planted'))");
    expect(stderr).toContain("Emitted 'error' event at:");
  });

  it.each([
    ['a text', 'throw "planted"'],
    ['a syntax error', 'require("./bad.cjs")'],
    ['undefined', 'throw undefined'],
  ])('that is %s ends the process, too', async (what, statement) => {
    program('bad.cjs', 'planted planted');
    const path = program(`${what.replaceAll(' ', '-')}.cjs`, `setTimeout(() => { ${statement} }, 5);`);
    const { code, stderr } = await run(path, REGISTER);
    expect(code).toBe(1);
    expect(stderr).toContain(what === 'undefined' ? 'undefined' : 'planted');
    expect(stderr).not.toContain('uncaught_error');
  });

  it('stays with an application that begins to listen while it waits', async () => {
    const source = `process.once('uncaughtExceptionMonitor', () => process.nextTick(() =>
  process.on('uncaughtException', (error) => { console.log('caught', error.message); process.exit(3); })));
setTimeout(() => { throw new Error('planted') }, 5);`;
    const ended = await run(program('late.cjs', source), REGISTER);
    expect(ended).toEqual({ code: 3, stdout: 'caught planted\n', stderr: '' });
  });

  it('reaches the parent of a worker', async () => {
    const source = `const { Worker } = require('node:worker_threads');
new Worker('setTimeout(() => { throw new RangeError("planted") }, 5)', { eval: true })
  .on('error', (error) => console.log(error.name));`;
    const path = program('worker.cjs', source);
    expect(await run(path, REGISTER)).toEqual({ code: 0, stdout: 'RangeError\n', stderr: '' });
  });
});

describe('asNodePrints', () => {
  it('leaves to Node what it knows nothing better of', () => {
    const elsewhere = new Error('planted');
    elsewhere.stack = 'Error: planted\n    at file:///nowhere/app.js:1:2';
    const touchy = Object.defineProperty(new Error('planted'), 'stack', {
      get() {
        throw new Error('do not touch');
      },
    });
    for (const error of ['text', undefined, { message: 'x' }, new SyntaxError('x'), elsewhere, touchy]) {
      expect(asNodePrints(error, 'uncaughtException')).toBeUndefined();
    }
  });
});
