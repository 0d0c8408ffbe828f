import { createServer, type Server } from 'node:net';
import { ExportResultCode } from '@opentelemetry/core';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { noteExport } from '../../src/emit/export_results.ts';
import { setEnding, watched } from '../../src/pipeline/delivery.ts';
import { nobodyThere } from '../../src/pipeline/nobody_there.ts';

let freePort = 0;

function listening(): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address ? address.port : 0 });
    });
  });
}

beforeAll(async () => {
  const { server, port } = await listening();
  freePort = port;
  await new Promise((resolve) => server.close(resolve));
});

describe('nobodyThere', () => {
  it('is true where a connection is refused only', async () => {
    const { server, port } = await listening();
    expect(await nobodyThere(`http://127.0.0.1:${port}/v1/logs`)).toBe(false);
    server.close();
    expect(await nobodyThere(`http://127.0.0.1:${freePort}/v1/logs`)).toBe(true);
    expect(await nobodyThere('no url')).toBe(false);
    expect(await nobodyThere('http://no-such-host.invalid:4318')).toBe(false);
  });
});

describe('an export at the end of the process', () => {
  afterEach(() => setEnding(false));

  function exporter(url: string) {
    const send = vi.fn((_items: string[], done: (result: { code: ExportResultCode }) => void) =>
      done({ code: ExportResultCode.FAILED }),
    );
    return { send, watching: watched({ export: send }, 'traces', url, () => 1) };
  }

  it('is not tried, and tried again, at a Collector of this machine that was never there', async () => {
    const { send, watching } = exporter(`http://127.0.0.1:${freePort}/v1/traces`);
    setEnding(true);
    const result = await new Promise<{ code: ExportResultCode; error?: Error }>((resolve) => {
      watching.export([], resolve);
    });
    expect(send).not.toHaveBeenCalled();
    expect(result).toMatchObject({
      code: ExportResultCode.FAILED,
      error: { cause: { code: 'ECONNREFUSED' } },
    });
  });

  it('is tried as ever elsewhere, and before the end', () => {
    const far = exporter('http://collector.example:4318/v1/traces');
    setEnding(true);
    far.watching.export([], () => {});
    expect(far.send).toHaveBeenCalledOnce();
    setEnding(false);
    const near = exporter(`http://127.0.0.1:${freePort}/v1/traces`);
    near.watching.export([], () => {});
    expect(near.send).toHaveBeenCalledOnce();
  });

  // The last one: what was delivered is known for the rest of the process.
  it('is tried where one was delivered before: a Collector may be back at once', () => {
    noteExport('traces', 'delivered', 1);
    const { send, watching } = exporter(`http://127.0.0.1:${freePort}/v1/traces`);
    setEnding(true);
    watching.export([], () => {});
    expect(send).toHaveBeenCalledOnce();
  });
});
