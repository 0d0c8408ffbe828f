import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What is sent. */
export interface Workload {
  readonly title: string;
  /** In the order of the pipelines' cost: dear ones get fewer. */
  readonly spans: number;
  /** Attributes that each span has beside those that telemetrygen makes, `network.peer.address` and `service.peer.name`. */
  readonly attributes: Readonly<Record<string, string | number>>;
}

/** An ordinary sender, an HTTP server, a text that has to be looked into, and two with something to mask in every span. */
export const WORKLOADS: readonly Workload[] = [
  {
    title: 'three ordinary attributes',
    spans: 60_000,
    // Takes the place of the address that telemetrygen makes up, which is a public one: somebody's.
    attributes: { 'network.peer.address': '127.0.0.1', 'peer.service': 'downloads' },
  },
  {
    title: 'an HTTP server: URL and route',
    spans: 10_000,
    attributes: {
      'network.peer.address': '127.0.0.1',
      'http.request.method': 'GET',
      'http.route': '/api/items',
      'url.full': 'http://127.0.0.1:8080/api/items',
      'user_agent.original': 'node',
    },
  },
  {
    title: 'a message to look into',
    spans: 10_000,
    attributes: {
      'network.peer.address': '127.0.0.1',
      'exception.message': 'ERROR: [youtube] HTTP Error 403: Forbidden (caused by HTTPError)',
    },
  },
  { title: 'a public address', spans: 10_000, attributes: {} },
  {
    title: 'a URL with a token to mask',
    spans: 10_000,
    attributes: {
      'network.peer.address': '127.0.0.1',
      'url.full': 'https://api.example.com/v1/items?page=2&token=aGVsbG8gd29ybGQgMTIz',
    },
  },
];

/** Sends spans as fast as they are taken, in telemetrygen's batches of 100, and waits until all were. */
export async function send(
  telemetrygen: string,
  endpoint: string,
  workload: Workload,
  spans: number,
): Promise<void> {
  const attributes = Object.entries(workload.attributes).flatMap(([name, value]) => [
    '--telemetry-attributes',
    `${name}=${typeof value === 'number' ? value : JSON.stringify(value)}`,
  ]);
  // A trace is two spans.
  const args = [
    'traces',
    '--otlp-insecure',
    '--otlp-endpoint',
    endpoint,
    '--rate',
    '0',
    '--traces',
    `${spans / 2}`,
  ];
  const child = spawn(telemetrygen, [...args, ...attributes], {
    // Its queue is shorter, and it drops what does not fit.
    env: { ...process.env, OTEL_BSP_MAX_QUEUE_SIZE: `${spans * 2}` },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000);
  });
  const [exitCode] = await once(child, 'close');
  if (exitCode !== 0) throw new Error(`telemetrygen ended with ${exitCode}: ${said}`);
}
