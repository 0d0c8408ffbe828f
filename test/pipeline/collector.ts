import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface Attribute {
  readonly key: string;
  readonly value: {
    readonly stringValue?: string;
    readonly intValue?: number | string;
    readonly boolValue?: boolean;
  };
}

/** As much of OTLP's JSON as the tests look at. */
interface Item {
  readonly name?: string;
  readonly traceId?: string;
  readonly spanId?: string;
  readonly parentSpanId?: string;
  readonly eventName?: string;
  readonly body?: { readonly stringValue?: string };
  readonly attributes?: readonly Attribute[];
  readonly gauge?: {
    readonly dataPoints: readonly { readonly asDouble?: number; readonly asInt?: number }[];
  };
}

interface Body {
  readonly resourceSpans?: { resource: { attributes: Attribute[] }; scopeSpans: { spans: Item[] }[] }[];
  readonly resourceLogs?: { resource: { attributes: Attribute[] }; scopeLogs: { logRecords: Item[] }[] }[];
  readonly resourceMetrics?: { resource: { attributes: Attribute[] }; scopeMetrics: { metrics: Item[] }[] }[];
}

/** A collector that keeps what it is sent. */
export interface Collector {
  readonly url: string;
  readonly headers: IncomingMessage['headers'][];
  spans(): Item[];
  logs(): Item[];
  metrics(): Item[];
  serviceNames(): string[];
  reset(): void;
  close(): Promise<void>;
}

/** @param answers `false` for one that takes what it is sent, and never answers */
export async function startCollector({ answers = true } = {}): Promise<Collector> {
  let bodies: Body[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const server = createServer(async (incoming, response) => {
    if (incoming.url?.startsWith('/v1/')) {
      headers.push(incoming.headers);
      bodies.push(JSON.parse(await text(incoming)) as Body);
    }
    if (answers) response.setHeader('content-type', 'application/json').end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const spans = () => bodies.flatMap((body) => body.resourceSpans ?? []);
  const records = () => bodies.flatMap((body) => body.resourceLogs ?? []);
  const points = () => bodies.flatMap((body) => body.resourceMetrics ?? []);
  return {
    url: `http://127.0.0.1:${port}`,
    headers,
    spans: () => spans().flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
    logs: () => records().flatMap(({ scopeLogs }) => scopeLogs.flatMap((scope) => scope.logRecords)),
    metrics: () => points().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics)),
    serviceNames: () => [
      ...new Set(
        [...spans(), ...records(), ...points()].map(({ resource }) =>
          String(attribute(resource, 'service.name')),
        ),
      ),
    ],
    reset() {
      bodies = [];
      headers.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The value of an attribute of an item. */
export function attribute(
  item: { readonly attributes?: readonly Attribute[] } | undefined,
  key: string,
): string | number | boolean | undefined {
  const value = item?.attributes?.find((one) => one.key === key)?.value;
  return value?.stringValue ?? value?.intValue ?? value?.boolValue;
}
