import { createServer, type Server } from 'node:net';
import { basename } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { describePortHolder, findPortHolder } from '../../../src/cli/stack/port_holder.ts';
import { checkPorts, freePorts, isPortFree, PORT_NAMES, resolvePorts } from '../../../src/cli/stack/ports.ts';

const servers: Server[] = [];

async function listen(host: string): Promise<number> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe('ports', () => {
  it.skipIf(process.platform !== 'linux').each(['127.0.0.1', '0.0.0.0', '::1'])(
    'finds who listens on %s',
    async (host) => {
      const port = await listen(host);
      expect(findPortHolder(port)).toEqual({ pid: process.pid, program: basename(process.execPath) });
      expect(describePortHolder(port)).toBe(`${basename(process.execPath)} (pid ${process.pid})`);
    },
  );

  it('knows of nobody on a free port', async () => {
    const { loki } = await freePorts();
    expect(findPortHolder(loki)).toBeUndefined();
    expect(await isPortFree(loki)).toBe(true);
  });

  it('names every port that is taken, and by whom', async () => {
    const ports = {
      ...(await freePorts()),
      prometheus: await listen('127.0.0.1'),
      tempo: await listen('0.0.0.0'),
    };
    const error = await checkPorts('native', ports).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'OTEL_MEDIA_PORT_TAKEN' });
    const holder = describePortHolder(ports.tempo);
    expect(String(error)).toContain(`port ${ports.prometheus} (Prometheus) is taken by ${holder}`);
    expect(String(error)).toContain(`port ${ports.tempo} (Tempo) is taken by ${holder}`);
    expect(String(error).split('\n')).toHaveLength(3);
  });

  it('does not look at ports that the engine does not open', async () => {
    const ports = { ...(await freePorts()), grafana: await listen('127.0.0.1') };
    await expect(checkPorts('native', ports)).resolves.toBeUndefined();
    await expect(checkPorts('compose', ports)).rejects.toMatchObject({ code: 'OTEL_MEDIA_PORT_TAKEN' });
  });

  it('finds a different free port for everything', async () => {
    expect(new Set(Object.values(await freePorts())).size).toBe(PORT_NAMES.length);
  });

  it('prefers what is chosen to the environment, and that to the defaults', () => {
    const env = { OTEL_MEDIA_LOKI_PORT: '3101', OTEL_MEDIA_TEMPO_PORT: '3201' };
    expect(resolvePorts({ tempo: 3202 }, env)).toMatchObject({ loki: 3101, tempo: 3202, prometheus: 9090 });
  });
});
