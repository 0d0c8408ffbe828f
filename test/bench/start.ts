import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measured } from './comparison.ts';
import { median } from './median.ts';

const RUNS = 15;
const NS_PER_MS = 1e6;

const root = fileURLToPath(new URL('../..', import.meta.url));

const BARE_SDK = `
  import { NodeSDK } from '@opentelemetry/sdk-node';
  import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
  new NodeSDK({ instrumentations: [new HttpInstrumentation()] }).start();
`;

/**
 * The start of a process with us, beside one with OpenTelemetry's Node SDK and its http instrumentation as they are.
 * Both then exit at once. Needs the built package.
 */
export function measureStart(): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'otel-media-bench-'));
  const env = {
    PATH: process.env.PATH,
    XDG_STATE_HOME: folder,
    OTEL_SERVICE_NAME: 'bench',
    // The discard port, on which nothing listens.
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
    OTEL_METRICS_EXPORTER: 'otlp',
    OTEL_LOGS_EXPORTER: 'otlp',
  };
  const run = (args: string[]) => runMs(args, env);
  const withUs = ['--import', './dist/register.js', '--input-type=module', '--eval', 'process.exit()'];
  const bare = ['--input-type=module', '--eval', `${BARE_SDK}process.exit()`];
  try {
    // Once each without counting: files get into the cache, and the hash key is made.
    run(withUs);
    run(bare);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let count = 0; count < RUNS; count += 1) {
      ours.push(run(withUs));
      theirs.push(run(bare));
    }
    return {
      name: 'process start (bare NodeSDK)',
      bound: 1.1,
      ns: median(ours) * NS_PER_MS,
      baselineNs: median(theirs) * NS_PER_MS,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runMs(args: string[], env: NodeJS.ProcessEnv): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  const tookMs = performance.now() - started;
  if (status !== 0) throw new Error(`the measured process failed; run \`npm run build\` first\n${stderr}`);
  return tookMs;
}
