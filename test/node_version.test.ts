import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OLDEST_NODE, oldNode } from '../src/node_version.ts';

const root = join(import.meta.dirname, '..');

describe('oldNode', () => {
  it.each(['22.15.0', '22.16.1', '23.0.0', '24.21.0', '100.1.0'])('takes %s', (version) => {
    expect(oldNode(version)).toBeUndefined();
  });

  it.each(['22.14.0', '20.20.2', '18.0.0', '9.11.2'])('does not take %s', (version) => {
    expect(oldNode(version)).toBe(`this is Node ${version}; Node 22.15 or newer is needed`);
  });

  it('asks for what package.json asks for', () => {
    const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      engines: { node: string };
    };
    expect(engines.node).toBe(`>=${OLDEST_NODE}`);
  });
});

describe('the entry of the command line', () => {
  it('imports nothing but the check before it is made', () => {
    const entry = readFileSync(join(root, 'src', 'cli', 'main.ts'), 'utf8');
    expect(entry.match(/^import .*/gm)).toEqual(["import { oldNode } from '../node_version.ts';"]);
    expect(readFileSync(join(root, 'src', 'node_version.ts'), 'utf8')).not.toMatch(/^import /m);
  });
});

const OLD = ['/usr/bin/node', '/usr/local/bin/node'].find(
  (path) =>
    existsSync(path) && oldNode(execFileSync(path, ['-p', 'process.versions.node']).toString().trim()),
);
const BUILT = join(root, 'dist', 'cli', 'main.js');

// An old Node cannot read TypeScript: this needs one on the machine, and `npm run build`.
describe.skipIf(OLD === undefined || !existsSync(BUILT))('an old Node', { timeout: 30_000 }, () => {
  const run = (...args: string[]) =>
    spawnSync(OLD ?? '', args, {
      encoding: 'utf8',
      cwd: root,
      env: {
        PATH: process.env.PATH,
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
        OTEL_LOG_LEVEL: 'none',
      },
    });

  it('is refused by the command line, in one line', () => {
    const { status, stdout, stderr } = run(BUILT, 'status');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^otel-media: this is Node \d+\.\d+\.\d+; Node 22\.15 or newer is needed\n$/);
  });

  it('runs the application all the same', () => {
    const register = join(root, 'dist', 'register.js');
    const { status, stdout, stderr } = run('--import', register, '-e', 'console.log("mine")');
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'mine\n' });
    expect(stderr).toMatch(/^otel-media: this is Node \S+; Node 22\.15 or newer is needed; going on, but /);
  });
});
