import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Webhook, type WebhookOptions, webhook } from '../../src/adapters/webhook.ts';
import { isOtelMediaError } from '../../src/errors.ts';

const SECRET = 'a secret of the tests';
const basic = (password: string) => `Basic ${Buffer.from(`user:${password}`).toString('base64')}`;

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function listen(hook: Webhook): Promise<string> {
  const listening = createServer((request, response) => void hook.node(request, response));
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}/`;
}

type Send = (init: RequestInit) => Promise<number>;

/** Both forms, each as a function that sends a request and tells the status. */
async function forms(options: WebhookOptions, taken: unknown[] = []): Promise<[string, Send][]> {
  const hook = webhook(options, (payload) => {
    if (payload === 'throw') throw new Error('planted');
    taken.push(payload);
    return payload === 'invalid' || payload === 'ignored' ? payload : 'taken';
  });
  const url = await listen(hook);
  return [
    ['fetch', async (init) => (await hook.fetch(new Request('http://radio.example/', init))).status],
    ['node', async (init) => (await fetch(url, init)).status],
  ];
}

const post = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body,
  headers,
});

describe('a webhook', () => {
  it('hands over what it was sent', async () => {
    const taken: unknown[] = [];
    for (const [, send] of await forms({}, taken)) expect(await send(post('{"a":[1,"ü"]}'))).toBe(204);
    expect(taken).toEqual([{ a: [1, 'ü'] }, { a: [1, 'ü'] }]);
  });

  it.each<[string, RequestInit, number]>([
    ['no JSON', post('{'), 400],
    ['nothing', post(''), 400],
    ['what makes no sense', post('"invalid"'), 400],
    ['what there is no room for', post('"ignored"'), 429],
    ['what its taker chokes on', post('"throw"'), 500],
    ['another method', { method: 'GET' }, 405],
    ['too much', post(JSON.stringify('x'.repeat(2000))), 413],
  ])('refuses %s', async (_name, init, status) => {
    for (const [form, send] of await forms({ maxBodyBytes: 1000 }))
      expect(await send(init), form).toBe(status);
  });

  it('refuses too much also where nobody said how much it would be', async () => {
    const hook = webhook({ maxBodyBytes: 1000 }, () => 'taken');
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(400));
      },
    });
    const request = new Request('http://radio.example/', {
      method: 'POST',
      body,
      duplex: 'half',
    } as RequestInit);
    expect((await hook.fetch(request)).status).toBe(413);
    const url = new URL(await listen(hook));
    const socket = connect(Number(url.port), '127.0.0.1');
    socket.on('error', () => {});
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n');
    for (let at = 0; at < 5; at += 1) socket.write(`190\r\n${'x'.repeat(400)}\r\n`);
    const [answer] = await new Promise<Buffer[]>((resolve) => socket.once('data', (data) => resolve([data])));
    expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  it.each<[string, string | undefined, number]>([
    ['a bearer token', `Bearer ${SECRET.replaceAll(' ', '')}`, 204],
    ['basic authentication', basic(SECRET.replaceAll(' ', '')), 204],
    ['the wrong token', 'Bearer wrong', 401],
    ['the wrong password', basic('wrong'), 401],
    ['an empty one', 'Bearer ', 401],
    ['another scheme', `Digest ${SECRET}`, 401],
    ['none', undefined, 401],
  ])('asks for its secret: %s', async (_name, authorization, status) => {
    const headers = authorization === undefined ? {} : { authorization };
    const options = { secret: SECRET.replaceAll(' ', '') };
    for (const [form, send] of await forms(options))
      expect(await send(post('{}', headers)), form).toBe(status);
  });

  it('takes a body that a framework has parsed', async () => {
    const taken: unknown[] = [];
    const hook = webhook({}, (payload) => {
      taken.push(payload);
      return 'taken';
    });
    const url = await listen({
      ...hook,
      async node(request, response) {
        for await (const _ of request);
        await hook.node(Object.assign(request, { body: { parsed: true } }), response);
      },
    });
    expect((await fetch(url, post('{}'))).status).toBe(204);
    expect(taken).toEqual([{ parsed: true }]);
  });

  it.each([{ secret: '' }, { maxBodyBytes: 0 }, { maxBodyBytes: 1.5 }])(
    'cannot be made with %j',
    (options) => {
      let thrown: unknown;
      try {
        webhook(options, () => 'taken');
      } catch (error) {
        thrown = error;
      }
      expect(isOtelMediaError(thrown) && thrown.code).toBe('OTEL_MEDIA_OPTION_INVALID');
    },
  );

  it('is no trouble where the sender goes away', async () => {
    const hook = webhook({}, () => 'taken');
    let done: Promise<void> | undefined;
    const url = new URL(
      await listen({
        ...hook,
        node(request, response) {
          done = hook.node(request, response);
          return done;
        },
      }),
    );
    const socket = connect(Number(url.port), '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{');
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(done).resolves.toBeUndefined();
  });
});
