import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { setHealthDetail } from '../../src/health/detail.ts';
import { healthHandler } from '../../src/health/handler.ts';

afterEach(() => setHealthDetail('basic'));

async function fieldsOf(options: Parameters<typeof healthHandler>[0]): Promise<string[]> {
  const handler = healthHandler({ ytDlp: 'no-such-program', ffmpeg: 'no-such-program', ...options });
  const server = createServer((request, response) => void handler(request, response)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const report = (await (await fetch(`http://127.0.0.1:${port}/healthz`)).json()) as object;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return Object.keys(report);
}

it('how much /healthz tells is said by the setting, unless the handler says', async () => {
  expect(await fieldsOf({})).not.toContain('download_attempts');
  setHealthDetail('full');
  expect(await fieldsOf({})).toContain('download_attempts');
  expect(await fieldsOf({ diagnostics: false })).not.toContain('download_attempts');
});
