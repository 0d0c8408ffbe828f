// The application: what is told of the radio comes in by HTTP, and leaves as plays. `main.ts` starts it, and kills it.

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { init } from 'otel-media';
import { azuracastWebhook } from 'otel-media/adapters/azuracast';

// More often than every 15 s, so that nobody waits for the example. The state folder is what makes plays outlive a crash.
const telemetry = init({
  serviceName: 'radio',
  stateDir: process.env.RADIO_STATE ?? '.radio',
  exportIntervalSeconds: 1,
});
const hook = azuracastWebhook({ secret: process.env.RADIO_SECRET ?? 'change me' });

const server = createServer(async (request, response) => {
  try {
    if (request.url === '/nowplaying') return await hook.node(request, response);
    if (request.url === '/fault' && request.method === 'POST') {
      await noteFault(request);
      response.writeHead(204).end();
    } else {
      response.writeHead(404).end();
    }
  } catch {
    response.writeHead(400).end();
  }
});

/** What watches the stream says that something is wrong with it. */
async function noteFault(request: IncomingMessage): Promise<void> {
  const { message, recovered } = (await json(request)) as { message: string; recovered?: boolean };
  hook.playing('main')?.error(new Error(message), { recovered: recovered === true });
}

server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  console.log(`radio monitor listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

// `main.ts` asks it to end, or is gone.
for (const event of ['message', 'disconnect'] as const) {
  process.once(event, async () => {
    server.close();
    server.closeAllConnections();
    await telemetry.shutdown();
    if (process.connected) process.disconnect();
  });
}
