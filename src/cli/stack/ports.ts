import { createServer } from 'node:net';
import { OtelMediaError } from '../../errors.ts';
import { shownText } from '../../options/shown_value.ts';
import type { Environment } from './paths.ts';
import { describePortHolder } from './port_holder.ts';

/** What the stack listens on, by use. */
export type PortName =
  | 'grafana'
  | 'prometheus'
  | 'loki'
  | 'tempo'
  | 'otlpGrpc'
  | 'otlpHttp'
  | 'collectorHealth'
  | 'lokiGrpc'
  | 'tempoGrpc'
  | 'tempoOtlp';

export type Ports = Readonly<Record<PortName, number>>;

interface PortEntry {
  readonly default: number;
  /** The environment variable that sets it; docker-compose.yml reads the same ones. */
  readonly variable: string;
  readonly title: string;
  /** Which engine opens it; both when absent. */
  readonly only?: 'compose' | 'native';
}

/** Every port: its default, its variable and its name for people. The order is that of help and messages. */
export const PORTS: Readonly<Record<PortName, PortEntry>> = {
  otlpHttp: { default: 4318, variable: 'OTEL_MEDIA_OTLP_HTTP_PORT', title: 'OTLP over HTTP' },
  otlpGrpc: { default: 4317, variable: 'OTEL_MEDIA_OTLP_GRPC_PORT', title: 'OTLP over gRPC' },
  collectorHealth: {
    default: 13133,
    variable: 'OTEL_MEDIA_COLLECTOR_HEALTH_PORT',
    title: 'Collector health',
  },
  grafana: { default: 3000, variable: 'OTEL_MEDIA_GRAFANA_PORT', title: 'Grafana', only: 'compose' },
  prometheus: { default: 9090, variable: 'OTEL_MEDIA_PROMETHEUS_PORT', title: 'Prometheus' },
  loki: { default: 3100, variable: 'OTEL_MEDIA_LOKI_PORT', title: 'Loki' },
  lokiGrpc: { default: 9095, variable: 'OTEL_MEDIA_LOKI_GRPC_PORT', title: 'Loki, internal', only: 'native' },
  tempo: { default: 3200, variable: 'OTEL_MEDIA_TEMPO_PORT', title: 'Tempo' },
  tempoGrpc: {
    default: 9096,
    variable: 'OTEL_MEDIA_TEMPO_GRPC_PORT',
    title: 'Tempo, internal',
    only: 'native',
  },
  tempoOtlp: { default: 4328, variable: 'OTEL_MEDIA_TEMPO_OTLP_PORT', title: 'Tempo, OTLP', only: 'native' },
};

/** The names of all ports, in the order of {@link PORTS}. */
export const PORT_NAMES: readonly PortName[] = Object.keys(PORTS) as PortName[];

/** The option that sets a port on the command line, e.g. `otlp-http-port`. */
export function portOption(name: PortName): string {
  return `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-port`;
}

/** The ports one engine opens. */
export function portsOf(engine: 'compose' | 'native'): PortName[] {
  return PORT_NAMES.filter((name) => (PORTS[name].only ?? engine) === engine);
}

/**
 * The ports to use: what is chosen, else the environment, else the defaults.
 *
 * @throws {OtelMediaError} `OTEL_MEDIA_OPTION_INVALID` when a variable is no port number
 */
export function resolvePorts(chosen: Partial<Ports> = {}, env: Environment = process.env): Ports {
  return record((name) => {
    const { variable, default: fallback } = PORTS[name];
    const text = env[variable];
    return chosen[name] ?? (text ? parsePort(variable, text) : fallback);
  });
}

/**
 * Reads a port number.
 *
 * @throws {OtelMediaError} `OTEL_MEDIA_OPTION_INVALID` naming the option and what was given
 */
export function parsePort(option: string, text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
  throw new OtelMediaError(
    'OTEL_MEDIA_OPTION_INVALID',
    `${option} is a port from 1 to 65535, not "${shownText(text)}"`,
  );
}

/** A free port for everything. */
export function freePorts(): Promise<Ports> {
  return freePortsFor(PORT_NAMES);
}

/**
 * A free port for each name. They lie below the range the system hands out to outgoing connections, so that none of
 * those can take one before the program has opened it.
 */
export async function freePortsFor<Name extends string>(
  names: readonly Name[],
): Promise<Readonly<Record<Name, number>>> {
  const found = new Map<Name, number>();
  const taken = new Set<number>();
  for (const name of names) {
    let port = randomPort();
    while (taken.has(port) || !(await isPortFree(port))) port = randomPort();
    taken.add(port);
    found.set(name, port);
  }
  return Object.fromEntries(found) as Record<Name, number>;
}

/**
 * Checks that nobody listens on the ports an engine is about to open.
 *
 * @throws {OtelMediaError} `OTEL_MEDIA_PORT_TAKEN` naming each port, what it is for and who has it
 */
export async function checkPorts(engine: 'compose' | 'native', ports: Ports): Promise<void> {
  const taken: string[] = [];
  for (const name of portsOf(engine)) {
    const port = ports[name];
    if (await isPortFree(port)) continue;
    taken.push(`port ${port} (${PORTS[name].title}) is taken by ${describePortHolder(port)}`);
  }
  if (taken.length === 0) return;
  const message = taken.length === 1 ? taken.join() : ['ports are taken', ...taken].join('\n  ');
  throw new OtelMediaError('OTEL_MEDIA_PORT_TAKEN', message, {
    hint: 'end it, or choose others: --free-ports, or see `otel-media up --help`',
  });
}

/** Whether a program could listen on this port of the loopback interface now. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

const LOWEST = 20_000;
const HIGHEST = 32_000;

function randomPort(): number {
  return LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
}

function record(value: (name: PortName) => number): Ports {
  return Object.fromEntries(PORT_NAMES.map((name) => [name, value(name)])) as Record<PortName, number>;
}
