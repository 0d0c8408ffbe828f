import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diagnosisOf } from '../../src/diagnosis/diagnosis.ts';
import { diagnoseError } from '../../src/diagnosis/errors.ts';
import { ERROR_TYPES } from '../../src/registry/error_types.ts';
import { SEED } from '../seeds.ts';

let server: Server;
let origin = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/cut') {
      response.writeHead(200, { 'content-length': '1000000' });
      response.write('some', () => setTimeout(() => response.destroy(), 20));
    } else if (request.url === '/reset') request.socket.resetAndDestroy();
    else if (request.url !== '/silent') response.end('ok');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function failure(action: () => unknown): Promise<unknown> {
  try {
    await action();
  } catch (error) {
    return error;
  }
  throw new Error('it was meant to fail');
}

async function closedPort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  const port = typeof address === 'object' && address ? address.port : 1;
  probe.close();
  await once(probe, 'close');
  return port;
}

describe('errors as Node really makes them', () => {
  it.each<[string, string, () => unknown]>([
    [
      'connection_refused',
      'fetch to a closed port',
      async () => fetch(`http://127.0.0.1:${await closedPort()}`),
    ],
    [
      'connection_refused',
      'a socket to a closed port',
      async () => once(connect(await closedPort(), '127.0.0.1'), 'connect'),
    ],
    ['dns_failure', 'fetch of a host that is not', () => fetch('http://no-such-host.invalid')],
    ['unsupported_url', 'fetch of no URL', () => fetch('not a url')],
    [
      'timeout',
      'fetch that takes too long',
      () => fetch(`${origin}/silent`, { signal: AbortSignal.timeout(20) }),
    ],
    ['cancelled', 'an aborted fetch', () => fetch(`${origin}/silent`, { signal: AbortSignal.abort() })],
    [
      'cancelled',
      'a fetch aborted for a reason',
      () => readFile('/dev/null', { signal: AbortSignal.abort(new Error('enough')) }),
    ],
    ['connection_reset', 'a reset connection', () => fetch(`${origin}/reset`)],
    ['connection_reset', 'a body cut off', async () => (await fetch(`${origin}/cut`)).arrayBuffer()],
    ['file_not_found', 'reading a file that is not', () => readFile('/no/such/file')],
    ['read_write_error', 'reading a folder', () => readFile('/')],
    ['read_write_error', 'making a folder that is', () => mkdir('/tmp')],
    ['disk_full', 'writing to a full device', () => writeFile('/dev/full', 'x')],
    ['program_missing', 'starting a program that is not', async () => once(spawn('no-such-program'), 'exit')],
    ['ffmpeg_missing', 'starting an ffmpeg that is not', async () => once(spawn('/no/such/ffmpeg'), 'exit')],
    ['permission_denied', 'starting what is no program', async () => once(spawn('/tmp'), 'exit')],
    ['bad_argument', 'an argument of the wrong type', () => readFile({} as string)],
    ['program_failed', 'a program that fails', () => promisify(execFile)('false')],
    [
      'interrupted',
      'a program ended for taking too long',
      () => promisify(execFile)('sleep', ['9'], { timeout: 20 }),
    ],
    ['tls_error', 'TLS to a server that speaks none', () => fetch(origin.replace('http:', 'https:'))],
    [
      'disk_full',
      'a program that told why',
      () =>
        promisify(execFile)('sh', [
          '-c',
          'echo "ERROR: unable to write data: [Errno 28] No space left on device" >&2; exit 1',
        ]),
    ],
  ])('%s: %s', async (type, _, action) => {
    const error = await failure(action);
    expect(diagnoseError(error)).toMatchObject({ type, severity: 'error' });
  });
});

describe('errors as libraries make them', () => {
  const caused = (message: string, cause: unknown) => new Error(message, { cause });
  const coded = (code: string, message = 'it failed') => Object.assign(new Error(message), { code });
  it.each<[string, unknown]>([
    ['forbidden', Object.assign(new Error('x'), { status: 403 })],
    ['rate_limited', Object.assign(new Error('x'), { response: { status: 429 } })],
    ['server_error', { $metadata: { httpStatusCode: 503 } }],
    ['unauthorized', { statusCode: 401 }],
    ['timeout', caused('could not fetch', coded('UND_ERR_HEADERS_TIMEOUT'))],
    ['stalled', caused('terminated', coded('UND_ERR_BODY_TIMEOUT'))],
    ['incomplete_read', new TypeError('terminated')],
    ['transient', new TypeError('fetch failed')],
    ['certificate_error', caused('fetch failed', coded('CERT_HAS_EXPIRED'))],
    ['certificate_error', coded('DEPTH_ZERO_SELF_SIGNED_CERT')],
    ['connection_refused', new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')])],
    ['too_many_files', coded('EMFILE')],
    ['out_of_memory', coded('ENOMEM')],
    ['database_unavailable', coded('57P01')],
    ['database_error', coded('23505', 'duplicate key')],
    ['database_unavailable', coded('40001', 'could not serialize access')],
    ['dns_failure', caused('job 7 failed', caused('download failed', coded('EAI_AGAIN')))],
    [
      'bot_check',
      new Error(
        "Command failed: yt-dlp --socket-timeout 10 https://youtu.be/x\nERROR: [youtube] x: Sign in to confirm you're not a bot.",
      ),
    ],
    ['age_restricted', 'ERROR: [youtube] x: Sign in to confirm your age'],
    ['timeout', new DOMException('The operation was aborted due to timeout', 'TimeoutError')],
    [
      'geo_blocked',
      Object.assign(new Error('exec failed'), { diagnosis: diagnosisOf('geo_blocked', 'told') }),
    ],
    ['geo_blocked', caused('outer', { diagnosis: diagnosisOf('geo_blocked', 'told') })],
    ['unknown', Object.assign(new Error('no'), { diagnosis: { type: 'constructor' } })],
    ['unknown', new Error('something else')],
    ['module_missing', Object.assign(new Error("Cannot find package 'x'"), { code: 'ERR_MODULE_NOT_FOUND' })],
    ['address_in_use', Object.assign(new Error('listen'), { code: 'EADDRINUSE', syscall: 'listen' })],
    ['program_bug', Object.assign(new Error('write after end'), { code: 'ERR_STREAM_WRITE_AFTER_END' })],
    ['program_bug', new TypeError("Cannot read properties of undefined (reading 'x')")],
    ['unknown', undefined],
    ['unknown', null],
    ['unknown', 42],
    ['unknown', ''],
    ['unknown', Symbol('x')],
    ['unknown', {}],
  ])('%s: %j', (type, error) => {
    expect(diagnoseError(error).type).toBe(type);
  });

  it('carries the message of the value that told', () => {
    expect(diagnoseError(caused('outer', coded('ENOSPC', 'no room'))).message).toBe('no room');
    expect(diagnoseError(new Error('something else')).message).toBe('something else');
  });
});

describe('values made to hurt', () => {
  const thrower = () => {
    throw new Error('trap');
  };
  const traps = {
    get: thrower,
    has: thrower,
    ownKeys: thrower,
    getPrototypeOf: thrower,
    getOwnPropertyDescriptor: thrower,
  };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const cyclic = new Error('round');
  cyclic.cause = cyclic;
  const endless: unknown = new Proxy(
    {},
    { get: (_, key) => (key === 'cause' ? { ...cyclic, cause: endless } : undefined) },
  );
  let deep: unknown = Object.assign(new Error('deep'), { code: 'ENOSPC' });
  for (let depth = 0; depth < 10_000; depth += 1) deep = { cause: deep };

  it.each<[string, unknown]>([
    ['a proxy whose traps throw', new Proxy({}, traps)],
    ['a function proxy whose traps throw', new Proxy(() => {}, traps)],
    ['a revoked proxy', revoked.proxy],
    ['a cause that is a cycle', cyclic],
    ['causes without end', endless],
    ['a long chain of causes', deep],
    ['no prototype', Object.create(null)],
    [
      'getters that throw',
      {
        get message() {
          return thrower();
        },
        get cause() {
          return thrower();
        },
        get code() {
          return thrower();
        },
      },
    ],
    ['members that throw', { errors: new Proxy([], traps) }],
    ['revoked members', { errors: revoked.proxy }],
    [
      'properties of other types',
      { message: 7, code: {}, status: '403', cause: 0, errors: 'x', stderr: [], cmd: 1 },
    ],
    ['a message of 10 MB', new Error('ERROR: '.repeat(1_500_000))],
  ])('%s', (_, value) => {
    expect(ERROR_TYPES).toContain(diagnoseError(value).type);
  });

  it('anything at all', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true }),
        (value) => {
          expect(ERROR_TYPES).toContain(diagnoseError(value).type);
          expect(ERROR_TYPES).toContain(
            diagnoseError({ cause: value, errors: [value], response: value, diagnosis: value }).type,
          );
        },
      ),
      { seed: SEED },
    );
  });
});
