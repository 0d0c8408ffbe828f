import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensurePrograms } from '../../../../src/cli/stack/programs/build.ts';
import { findProgram } from '../../../../src/cli/stack/programs/find_program.ts';
import { goVersionNeeded } from '../../../../src/cli/stack/programs/go_toolchain.ts';
import { cachedProgram } from '../../../../src/cli/stack/programs/program_cache.ts';
import { script, temporaryFolder } from '../../workspace.ts';

interface FakeGo {
  readonly version?: string;
  readonly toolchain?: string;
  /** Shell commands of `go build`; `$OUT` is the file to write. */
  readonly build?: string;
}

const WRITES_PROGRAM = 'echo "#!/bin/sh" > "$OUT"; chmod 755 "$OUT"';

/** An environment with nothing on PATH but a `go` that plays a part, and the tools it plays it with. */
function withGo({
  version = 'go1.99.0',
  toolchain = 'local',
  build = WRITES_PROGRAM,
}: FakeGo): Record<string, string> {
  const folder = temporaryFolder();
  script(
    join(folder, 'path'),
    'go',
    `PATH=/usr/bin:/bin
if [ "$1" = env ]; then
  printf '%s\\n' '${version}' '${toolchain}' '${folder}/modules' '${folder}/build'
  exit
fi
echo "$@" >> '${folder}/calls'
while [ $# -gt 0 ]; do if [ "$1" = -o ]; then OUT=$2; fi; shift; done
${build}`,
  );
  return {
    PATH: join(folder, 'path'),
    OTEL_MEDIA_CACHE: join(folder, 'cache'),
    CALLS: join(folder, 'calls'),
  };
}

function calls(env: Record<string, string>): string[] {
  return readFileSync(env.CALLS ?? '', 'utf8')
    .trim()
    .split('\n');
}

async function failureOf(env: Record<string, string>): Promise<unknown> {
  return ensurePrograms(['tempo'], { env }).catch((error: unknown) => error);
}

describe('building the programs', () => {
  it('builds once what is missing, and promtool with Prometheus', async () => {
    const env = withGo({});
    const lines: string[] = [];
    const onProgress = (line: string) => lines.push(line);
    const built = await ensurePrograms(['prometheus', 'tempo'], { env, onProgress });
    expect(built).toEqual({
      prometheus: cachedProgram('prometheus', env),
      tempo: cachedProgram('tempo', env),
    });
    expect(calls(env)).toHaveLength(3);
    expect(calls(env).every((call) => call.startsWith('build -v -mod=readonly'))).toBe(true);
    expect(await findProgram('promtool', env)).toBe(cachedProgram('promtool', env));
    expect(lines.join('\n')).toMatch(
      /building Prometheus, Tempo, promtool with Go 1\.99\.0(?:.|\n)*Tempo built in \d\.\d s/,
    );
    expect(await ensurePrograms(['prometheus', 'tempo'], { env })).toEqual(built);
    expect(calls(env)).toHaveLength(3);
    // No locks and no halves of programs are left.
    expect(
      readdirSync(join(env.OTEL_MEDIA_CACHE ?? '', 'bin')).filter((name) => name.endsWith('.lock')),
    ).toEqual([]);
    expect(readdirSync(dirname(built.tempo))).toEqual(['tempo']);
  });

  it('tells how far it is', async () => {
    const build = `echo "go: downloading example.com/a v1" >&2; echo example.com/a/b >&2; echo fmt >&2; sleep 1.3; ${WRITES_PROGRAM}`;
    const ticks: string[] = [];
    await ensurePrograms(['tempo'], {
      env: withGo({ build }),
      onProgress: (line, transient) => transient && ticks.push(line),
    });
    expect(ticks[0]).toMatch(/^0\/1 built, 1\.\d s of about \d:\d\d min: tempo 2 packages$/);
  });

  it('keeps what is built when another build fails', async () => {
    const build = `case "$OUT" in *tempo*) sleep 0.5; echo "tempo.go:1:2: undefined: x" >&2; exit 1;; esac; ${WRITES_PROGRAM}`;
    const env = withGo({ build });
    const error = await ensurePrograms(['tempo', 'promtool'], { env }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'OTEL_MEDIA_BUILD_FAILED' });
    expect(String(error)).toContain('building Tempo failed with exit code 1\ntempo.go:1:2: undefined: x');
    expect((error as { hint: string }).hint).toContain('build-tempo.log');
    expect(existsSync(cachedProgram('promtool', env))).toBe(true);
  });

  it('shows the last words of the compiler, not the packages it went through', async () => {
    const build = 'echo fmt >&2; echo "go: downloading a v1" >&2; seq -f "x.go:%g:1: error" 1 40 >&2; exit 2';
    const text = String(await failureOf(withGo({ build })));
    expect(text).toContain('x.go:40:1: error');
    expect(text).not.toMatch(/x\.go:20:1|downloading|^fmt$/m);
  });

  it('knows a full disk from the compiler', async () => {
    const build =
      'echo "compile: writing output: write $WORK/b001/_pkg_.a: no space left on device" >&2; exit 1';
    const error = await failureOf(withGo({ build }));
    expect(error).toMatchObject({
      code: 'OTEL_MEDIA_DISK_FULL',
      hint: 'free some space and run the command again: what is built stays',
    });
  });

  it('says that Go is missing, and which one is needed', async () => {
    const needed = goVersionNeeded(['tempo']);
    const error = await failureOf({ PATH: temporaryFolder(), OTEL_MEDIA_CACHE: temporaryFolder() });
    expect(error).toMatchObject({
      code: 'OTEL_MEDIA_GO_MISSING',
      hint: expect.stringContaining(`install Go ${needed}`),
    });
  });

  it('says that Go does not work', async () => {
    const env = withGo({});
    script(env.PATH ?? '', 'go', 'echo "go: cannot find GOROOT directory: /gone" >&2; exit 2');
    const error = await failureOf(env);
    expect(error).toMatchObject({
      code: 'OTEL_MEDIA_GO_MISSING',
      message: expect.stringContaining('cannot find GOROOT'),
    });
  });

  it('says that Go is too old', async () => {
    const needed = goVersionNeeded(['tempo']);
    const error = await failureOf(withGo({ version: 'go1.19.8' }));
    expect(error).toMatchObject({
      code: 'OTEL_MEDIA_GO_TOO_OLD',
      message: `Go 1.19.8 is too old: ${needed} or newer is needed`,
    });
  });

  it.each([
    { version: 'go1.21.0', toolchain: 'auto', ok: true },
    { version: 'go1.21.0', toolchain: 'go1.22.0+auto', ok: true },
    { version: 'go1.20.0', toolchain: 'auto', ok: false },
    { version: 'go1.21.0', toolchain: 'local', ok: false },
  ])('lets $version with GOTOOLCHAIN=$toolchain fetch a newer one: $ok', async ({ ok, ...go }) => {
    const result = await failureOf(withGo(go));
    if (ok) expect(result).toHaveProperty('tempo');
    else expect(result).toMatchObject({ code: 'OTEL_MEDIA_GO_TOO_OLD' });
  });

  it('does not build what another process has just built', async () => {
    const env = withGo({ build: `sleep 0.4; ${WRITES_PROGRAM}` });
    await Promise.all([ensurePrograms(['tempo'], { env }), ensurePrograms(['tempo'], { env })]);
    expect(calls(env)).toHaveLength(1);
  });

  it('takes over from a build that was killed', async () => {
    const env = withGo({});
    const folder = dirname(cachedProgram('tempo', env));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'tempo.partial'), 'half a program');
    writeFileSync(`${folder}.lock`, JSON.stringify({ pid: process.pid, started: 'some-boot:1' }));
    const { tempo } = await ensurePrograms(['tempo'], { env });
    expect(readFileSync(tempo, 'utf8')).toBe('#!/bin/sh\n');
    expect(readdirSync(dirname(folder))).toEqual([expect.stringMatching(/^tempo-[0-9a-f]{12}$/)]);
  });

  it('ends the compiler when it is interrupted', async () => {
    const env = withGo({ build: 'echo fmt >&2; sleep 30 & wait' });
    const interrupt = new AbortController();
    setTimeout(() => interrupt.abort(new Error('interrupted')), 500);
    const started = performance.now();
    await expect(ensurePrograms(['tempo'], { env, signal: interrupt.signal })).rejects.toThrow('interrupted');
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
