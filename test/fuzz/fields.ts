import {
  type AnyValue,
  type Attributes,
  context,
  createTraceState,
  logs,
  metrics,
  propagation,
  ROOT_CONTEXT,
  type Span,
  trace,
} from '@opentelemetry/api';
import type { Plant } from './plant.ts';

/** Where a secret can be in a signal, and how it gets there. */
export interface Field {
  readonly name: string;
  readonly signal: 'traces' | 'logs' | 'metrics' | 'all' | 'requests';
  /** Puts it there; for `requests` gives back what would be sent. */
  put(plant: Plant): string | undefined;
  /** Lists and fields with a name can be in it as such, not only as their text. */
  readonly takesValues?: true;
  /** Nothing of a path is masked in it: it may be a route. */
  readonly isName?: true;
}

const tracer = () => trace.getTracer('theirs');
const logger = () => logs.getLogger('theirs');
const meter = () => metrics.getMeter('theirs');

function span(put: (made: Span) => void, name = 'work'): undefined {
  const made = tracer().startSpan(name);
  put(made);
  made.end();
}

function log(record: Parameters<ReturnType<typeof logger>['emit']>[0]): undefined {
  logger().emit(record);
}

/** What it is as a value: a list where it comes as one, a map where it has a name, else its text. */
function planted({ parts, named, text }: Plant): string | string[] | Record<string, string> {
  return named ? { [named[0]]: named[1] } : parts ? [...parts] : text;
}

/** Attributes that have it, under its own name where it has one. */
function attributesOf(plant: Plant, name = 'their.value'): Attributes {
  const { named, parts, text } = plant;
  return named ? { [named[0]]: named[1] } : { [name]: parts ? [...parts] : text };
}

let serial = 0;
function next(): string {
  serial += 1;
  return `n${serial}`;
}

/** The context of a remote parent whose trace state has a text. */
function withState(text: string) {
  // What a header may carry; the SDK drops the rest when it reads one.
  const sendable = /^[ -~]{0,255}[!-~]$/.test(text) && !/[,=]/.test(text);
  const state = createTraceState(sendable ? `vendor=${text}` : '');
  return {
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    spanId: '00f067aa0ba902b7',
    traceFlags: 1,
    isRemote: true,
    traceState: state,
  };
}

// Attributes that the registry or OpenTelemetry knows, and which have rules of their own.
const KNOWN_ATTRIBUTES = [
  'url.full',
  'url.path',
  'url.query',
  'http.url',
  'http.target',
  'http.route',
  'http.request.header.referer',
  'exception.message',
  'exception.stacktrace',
  'exception.type',
  'error.message',
  'error.type',
  'process.command_args',
  'process.command_line',
  'process.executable.name',
  'client.address',
  'server.address',
  'user_agent.original',
  'user.id',
  'session.id',
  'db.query.text',
  'code.file.path',
  'code.stacktrace',
  'messaging.destination.name',
  'service.name',
  'media.error.message',
  'media.session.titles',
  'media.session.links',
  'media.session.file_names',
  'media.cookies.file_name',
  'media.video.id',
] as const;

const traces: readonly Field[] = [
  { name: 'span: name', signal: 'traces', isName: true, put: ({ text }) => span(() => {}, text) },
  {
    name: 'span: name of a route',
    signal: 'traces',
    isName: true,
    put: ({ text }) => span(() => {}, `GET /api ${text}`),
  },
  {
    name: 'span: attribute',
    signal: 'traces',
    takesValues: true,
    put: (plant) => span((one) => one.setAttributes(attributesOf(plant))),
  },
  {
    name: 'span: element of an array attribute',
    signal: 'traces',
    put: ({ text }) => span((one) => one.setAttribute('their.list', ['fine', text])),
  },
  {
    name: 'span: value in a map attribute',
    signal: 'traces',
    takesValues: true,
    put: (plant) =>
      span((one) => one.setAttribute('their.map', { deep: { er: attributesOf(plant) } } as never)),
  },
  {
    name: 'span: key of an attribute',
    signal: 'traces',
    isName: true,
    put: ({ text }) => span((one) => one.setAttribute(text, 1)),
  },
  {
    name: 'span: key in a map attribute',
    signal: 'traces',
    isName: true,
    put: ({ text }) => span((one) => one.setAttribute('their.map', { [text]: 1 } as never)),
  },
  ...KNOWN_ATTRIBUTES.map(
    (key): Field => ({
      name: `span: attribute ${key}`,
      signal: 'traces',
      put: ({ text }) => span((one) => one.setAttribute(key, text)),
    }),
  ),
  {
    name: 'span: name of an event',
    signal: 'traces',
    isName: true,
    put: ({ text }) => span((one) => one.addEvent(text)),
  },
  {
    name: 'span: attribute of an event',
    signal: 'traces',
    takesValues: true,
    put: (plant) => span((one) => one.addEvent('theirs', attributesOf(plant))),
  },
  {
    name: 'span: key of an attribute of an event',
    signal: 'traces',
    isName: true,
    put: ({ text }) => span((one) => one.addEvent('theirs', { [text]: 'x' })),
  },
  {
    name: 'span: attribute of a link',
    signal: 'traces',
    takesValues: true,
    put: (plant) =>
      span((one) => one.addLink({ context: one.spanContext(), attributes: attributesOf(plant) })),
  },
  {
    name: 'span: trace state of a link',
    signal: 'traces',
    put: ({ text }) => span((one) => one.addLink({ context: withState(text) })),
  },
  {
    name: 'span: message of its status',
    signal: 'traces',
    put: ({ text }) => span((one) => one.setStatus({ code: 2, message: text })),
  },
  {
    name: 'span: message of an exception',
    signal: 'traces',
    put: ({ text }) => span((one) => one.recordException(new Error(text))),
  },
  {
    name: 'span: type of an exception',
    signal: 'traces',
    put: ({ text }) => span((one) => one.recordException({ name: text, message: 'x' })),
  },
  {
    name: 'span: stack of an exception',
    signal: 'traces',
    put: ({ text }) =>
      span((one) =>
        one.recordException({
          name: 'Error',
          message: 'x',
          stack: `Error: x\n    at f (${text})\n    at g (x.js:1:2)`,
        }),
      ),
  },
  {
    name: 'span: trace state',
    signal: 'traces',
    put({ text }) {
      tracer()
        .startSpan('work', {}, trace.setSpanContext(ROOT_CONTEXT, withState(text)))
        .end();
      return undefined;
    },
  },
];

const records: readonly Field[] = [
  { name: 'log: body', signal: 'logs', put: ({ text }) => log({ body: text }) },
  {
    name: 'log: value in a map body',
    signal: 'logs',
    takesValues: true,
    put: (plant) => log({ body: { msg: 'x', req: { headers: attributesOf(plant) } } as AnyValue }),
  },
  {
    name: 'log: list as body',
    signal: 'logs',
    takesValues: true,
    put: (plant) => log({ body: [planted(plant), 'x'] }),
  },
  {
    name: 'log: list in a map in a list',
    signal: 'logs',
    takesValues: true,
    put: (plant) => log({ body: [{ all: [{ one: planted(plant) }] }] as AnyValue }),
  },
  {
    name: 'log: key in a map body',
    signal: 'logs',
    isName: true,
    put: ({ text }) => log({ body: { [text]: 'x' } }),
  },
  {
    name: 'log: attribute',
    signal: 'logs',
    takesValues: true,
    put: (plant) => log({ body: 'x', attributes: attributesOf(plant) }),
  },
  {
    name: 'log: value in a map attribute',
    signal: 'logs',
    takesValues: true,
    put: (plant) => log({ body: 'x', attributes: { res: { headers: attributesOf(plant) } } as never }),
  },
  {
    name: 'log: key of an attribute',
    signal: 'logs',
    isName: true,
    put: ({ text }) => log({ body: 'x', attributes: { [text]: 'x' } }),
  },
  {
    name: 'log: attribute exception.stacktrace',
    signal: 'logs',
    put: ({ text }) =>
      log({ body: 'x', attributes: { 'exception.stacktrace': `Error: ${text}\n    at f (x.js:1:1)` } }),
  },
  {
    name: 'log: name of the event',
    signal: 'logs',
    isName: true,
    put: ({ text }) => log({ eventName: text, body: 'x' }),
  },
  {
    name: 'log: text of the severity',
    signal: 'logs',
    put: ({ text }) => log({ severityText: text, body: 'x' }),
  },
];

const points: readonly Field[] = [
  {
    name: 'metric: attribute',
    signal: 'metrics',
    takesValues: true,
    put(plant) {
      meter().createCounter('their.count').add(1, attributesOf(plant));
      return undefined;
    },
  },
  {
    name: 'metric: attribute of a histogram',
    signal: 'metrics',
    takesValues: true,
    put(plant) {
      meter().createHistogram('their.time').record(1, attributesOf(plant));
      return undefined;
    },
  },
  {
    name: 'metric: attribute of an observed gauge',
    signal: 'metrics',
    put({ text }) {
      meter()
        .createObservableGauge(`their.gauge.${next()}`)
        .addCallback((result) => result.observe(1, { text }));
      return undefined;
    },
  },
  {
    name: 'metric: key of an attribute',
    signal: 'metrics',
    isName: true,
    put({ text }) {
      meter()
        .createCounter('their.keys')
        .add(1, { [text]: 'x' });
      return undefined;
    },
  },
  {
    name: 'metric: name',
    signal: 'metrics',
    isName: true,
    put({ text }) {
      // A name takes no other signs: the SDK makes nothing of an instrument that has them.
      if (/^[\w.\-/]{1,200}$/.test(text)) meter().createCounter(`their.${text}`).add(1);
      return undefined;
    },
  },
  {
    name: 'metric: description',
    signal: 'metrics',
    put({ text }) {
      meter().createCounter(`their.described.${next()}`, { description: text }).add(1);
      return undefined;
    },
  },
  {
    name: 'metric: unit',
    signal: 'metrics',
    put({ text }) {
      meter().createCounter(`their.unit.${next()}`, { unit: text }).add(1);
      return undefined;
    },
  },
];

/** What a detector of somebody's found out about the process. */
let resourceAttributes: Record<string, string> = {};

const process_: readonly Field[] = [
  {
    name: 'resource: attribute',
    signal: 'all',
    put({ text }) {
      resourceAttributes[`their.${next()}`] = text;
      return undefined;
    },
  },
  {
    name: 'resource: key of an attribute',
    signal: 'all',
    isName: true,
    put({ text }) {
      resourceAttributes[text] = 'x';
      return undefined;
    },
  },
  {
    name: 'scope: name',
    signal: 'all',
    put({ text }) {
      trace.getTracer(text).startSpan('work').end();
      logs.getLogger(text).emit({ body: 'x' });
      metrics.getMeter(text).createCounter('their.scoped').add(1);
      return undefined;
    },
  },
  {
    name: 'scope: version',
    signal: 'all',
    put({ text }) {
      trace.getTracer('theirs', text).startSpan('work').end();
      logs.getLogger('theirs', text).emit({ body: 'x' });
      metrics.getMeter('theirs', text).createCounter('their.scoped').add(1);
      return undefined;
    },
  },
  {
    name: 'scope: schema',
    signal: 'all',
    put({ text }) {
      trace.getTracerProvider().getTracer('theirs', '1', { schemaUrl: text }).startSpan('work').end();
      logs.getLogger('theirs', '1', { schemaUrl: text }).emit({ body: 'x' });
      metrics.getMeter('theirs', '1', { schemaUrl: text }).createCounter('their.scoped').add(1);
      return undefined;
    },
  },
  {
    name: 'scope: attribute',
    signal: 'all',
    put({ text }) {
      logs.getLogger(`theirs.${next()}`, '1', { attributes: { text } }).emit({ body: 'x' });
      return undefined;
    },
  },
];

const outgoing: readonly Field[] = [
  {
    name: 'request: value in its baggage',
    signal: 'requests',
    put: ({ text }) => sent({ theirs: { value: text } }),
  },
  {
    name: 'request: metadata in its baggage',
    signal: 'requests',
    put: ({ text }) =>
      sent({
        theirs: {
          value: 'x',
          metadata: {
            toString: () => encodeURIComponent(text),
            __TYPE__: Symbol('BaggageEntryMetadata'),
          } as never,
        },
      }),
  },
  {
    name: 'request: key in its baggage',
    signal: 'requests',
    isName: true,
    put: ({ text }) => sent({ [text]: { value: 'x' } }),
  },
];

function sent(entries: Parameters<typeof propagation.createBaggage>[0]): string {
  const headers: Record<string, string> = {};
  const carried = propagation.setBaggage(context.active(), propagation.createBaggage(entries));
  propagation.inject(carried, headers);
  return Object.values(headers).map(decoded).join('\n');
}

function decoded(header: string): string {
  try {
    return `${header}\n${decodeURIComponent(header)}`;
  } catch {
    return header;
  }
}

/** The attributes that the resource is to have besides, put since the last time. */
export function takeResourceAttributes(): Readonly<Record<string, string>> {
  const taken = resourceAttributes;
  resourceAttributes = {};
  return taken;
}

/** Every field of every signal. */
export const FIELDS: readonly Field[] = [...traces, ...records, ...points, ...process_, ...outgoing];
