import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { connect as connectSecurely } from 'node:tls';
import { errorName, type HealthCheck, type HealthFinding } from '../finding.ts';

/** Any service that listens on TCP. */
export interface TcpCheckOptions {
  /** Default `127.0.0.1`. */
  readonly host?: string;
  readonly port: number;
  /** Whether it is spoken to over TLS. Default false. */
  readonly tls?: boolean;
}

/** Where Redis, or what speaks its protocol (Valkey, KeyDB, Dragonfly), listens. Nothing of it is ever shown. */
export interface RedisCheckOptions {
  /** `redis://[user:password@]host[:port]`, or `rediss://` for TLS; instead of what follows. */
  readonly url?: string;
  /** Default `127.0.0.1`. */
  readonly host?: string;
  /** Default 6379. */
  readonly port?: number;
  readonly username?: string;
  readonly password?: string;
  /** Whether it is spoken to over TLS. Default false. */
  readonly tls?: boolean;
}

const MAX_ANSWER_BYTES = 4096;

/** Opens a connection, and closes it. */
export function tcpCheck(options: TcpCheckOptions): HealthCheck {
  return (signal) => talk(options, signal, (_socket, done) => done({ status: 'ok' }));
}

/** Sends PING to Redis, after AUTH where there is a password (RESP2, which every version speaks). */
export function redisCheck(options: RedisCheckOptions = {}): HealthCheck {
  const { username, password, ...where } = resolved(options);
  const commands = [
    ...(password === undefined ? [] : [['AUTH', ...(username ? [username] : []), password]]),
    ['PING'],
  ];
  return (signal) =>
    talk(where, signal, (socket, done) => {
      let answer = '';
      socket.setEncoding('latin1');
      socket.on('data', (chunk: string) => {
        answer += chunk;
        const lines = answer.split('\r\n').slice(0, -1);
        const refused = lines.find((line) => line.startsWith('-'));
        if (refused !== undefined) done(refusal(refused));
        else if (lines.length >= commands.length) done(lastWord(lines[commands.length - 1]));
        else if (answer.length > MAX_ANSWER_BYTES) done(lastWord(undefined));
      });
      socket.write(commands.map(encoded).join(''));
    });
}

function resolved(options: RedisCheckOptions) {
  const { host = '127.0.0.1', port = 6379, tls = false } = options;
  if (options.url === undefined) return { ...options, host, port, tls };
  const url = new URL(options.url);
  return {
    host: url.hostname.replace(/^\[|\]$/g, '') || '127.0.0.1',
    port: Number(url.port || 6379),
    tls: url.protocol === 'rediss:',
    username: decodeURIComponent(url.username) || undefined,
    password: decodeURIComponent(url.password) || undefined,
  };
}

function encoded(command: readonly string[]): string {
  const parts = command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`);
  return `*${command.length}\r\n${parts.join('')}`;
}

// The first word of an error is its kind: NOAUTH, WRONGPASS, LOADING, NOPERM. What follows may name users.
function refusal(line: string): HealthFinding {
  const kind = /^-([A-Z]{2,20})\b/.exec(line)?.[1] ?? 'an error';
  // It is there, and is reading its data from disk, or lets us do other things than PING.
  const status = kind === 'NOPERM' ? 'ok' : kind === 'LOADING' ? 'degraded' : 'critical';
  return { status, message: `Redis answers ${kind}` };
}

function lastWord(line: string | undefined): HealthFinding {
  return line === '+PONG' ? { status: 'ok' } : { status: 'critical', message: 'what answers is not Redis' };
}

function talk(
  { host = '127.0.0.1', port, tls = false }: TcpCheckOptions,
  signal: AbortSignal,
  begin: (socket: Socket, done: (finding: HealthFinding) => void) => void,
): Promise<HealthFinding> {
  return new Promise((resolve) => {
    const started = performance.now();
    const socket = tls ? connectSecurely({ host, port, servername: host }) : connect({ host, port });
    const done = (finding: HealthFinding): void => {
      socket.destroy();
      const facts = { latency_ms: Math.round(performance.now() - started) };
      resolve({ ...finding, facts });
    };
    const stop = (why: string) => done({ status: 'critical', message: `cannot be reached: ${why}` });
    signal.addEventListener('abort', () => stop('time is up'), { once: true });
    socket.once(tls ? 'secureConnect' : 'connect', () => begin(socket, done));
    socket.once('error', (error) => stop(errorName(error)));
    socket.once('close', () => stop('it closed the connection'));
  });
}
