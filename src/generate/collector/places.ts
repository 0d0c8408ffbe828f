import { withoutLiterals } from './literals.ts';
import { LOOKED } from './notes.ts';
import { ORDINARY, ORDINARY_NAME, ORDINARY_ROUTE, ORDINARY_SCHEMA, ORDINARY_SCOPE } from './ordinary.ts';
import { quoted } from './ottl.ts';

// The parts of signals that the transform processor can reach, and when it is worth its while to look into them.

/** A part of a signal that the transform processor can reach. */
export interface Place {
  /** `span`, `log`, `resource`, … */
  readonly context: string;
  /** Its attributes, which also hold what is noted in passing. */
  readonly attributes: string;
  /** Its other texts. */
  readonly texts: readonly string[];
  /** Attributes of what it stands in, which are looked into with those of the first that stands there. */
  readonly within?: string;
  /** What else is done before it is looked into. */
  readonly first?: readonly string[];
  /** When there may be something to mask. */
  readonly suspicious: readonly string[];
  /** Whether routes stand here, which look like paths of files. */
  readonly routes?: true;
  /** It is seldom looked into: words that are looked for first would cost more at the start than they save. */
  readonly rare?: true;
  /** A body of any type. */
  readonly body?: string;
}

const noneOf = (path: string, expressions: readonly string[]): string =>
  expressions.map((one) => `not IsMatch(${path}, ${quoted(one)})`).join(' and ');

/** Whether a text is none of these, and not empty. */
export const extraordinaryText = (path: string, expressions: readonly string[]): string =>
  `${path} != "" and ${noneOf(path, expressions)}`;

// The same of one that is hardly ever empty.
const extraordinaryName = (path: string, expressions: readonly string[]): string =>
  `${noneOf(path, expressions)} and ${path} != ""`;

// All but the count itself.
const extraordinaryAttributes = (attributes: string): string =>
  `${attributes}["redaction.allowed.count"] != Len(${attributes}) - 1 and Len(${attributes}) > 0`;

// Where routes stand: one that is plain is no path of a file.
function extraordinaryWithRoutes(attributes: string): string {
  const plain = (name: string) => `IsMatch(${attributes}["${name}"], ${quoted(ORDINARY_ROUTE)})`;
  const others = (routes: number) =>
    `${attributes}["redaction.allowed.count"] == Len(${attributes}) - ${routes + 1}`;
  const path = `(${plain('url.path')} or ${plain('http.target')})`;
  return [
    extraordinaryAttributes(attributes),
    `not (${others(1)} and (${plain('http.route')} or ${path}))`,
    `not (${others(2)} and ${plain('http.route')} and ${path})`,
  ].join(' and ');
}

const [WORDS = ''] = ORDINARY;
const NAME = [WORDS, ORDINARY_NAME];
const SCHEMA = [ORDINARY_SCHEMA];

/** A scope, and with the first one its resource: looked into at once, they are half as many statements. */
export const SCOPE: Place = {
  context: 'scope',
  rare: true,
  attributes: 'scope.attributes',
  within: 'resource.attributes',
  texts: ['scope.name', 'scope.version', 'scope.schema_url', 'resource.schema_url'],
  suspicious: [
    `resource.attributes["${LOOKED}"] == nil and ${extraordinaryAttributes('resource.attributes')}`,
    extraordinaryAttributes('scope.attributes'),
    extraordinaryText('scope.name', [...NAME, ORDINARY_SCOPE]),
    extraordinaryText('scope.version', [WORDS]),
    extraordinaryText('scope.schema_url', SCHEMA),
    extraordinaryText('resource.schema_url', SCHEMA),
  ],
};
export const SPAN: Place = {
  context: 'span',
  routes: true,
  attributes: 'span.attributes',
  first: withoutLiterals('span'),
  texts: ['span.name', 'span.status.message'],
  suspicious: [
    extraordinaryWithRoutes('span.attributes'),
    extraordinaryName('span.name', [...NAME, ORDINARY_ROUTE]),
    extraordinaryText('span.status.message', [WORDS]),
  ],
};
export const EVENT: Place = {
  context: 'spanevent',
  attributes: 'spanevent.attributes',
  texts: ['spanevent.name'],
  suspicious: [extraordinaryAttributes('spanevent.attributes'), extraordinaryName('spanevent.name', NAME)],
};
export const LOG: Place = {
  context: 'log',
  attributes: 'log.attributes',
  texts: ['log.event_name', 'log.severity_text'],
  body: 'log.body',
  suspicious: [
    extraordinaryAttributes('log.attributes'),
    `log.body != nil and not IsMatch(log.body, ${quoted(WORDS)})`,
    extraordinaryText('log.event_name', NAME),
    extraordinaryText('log.severity_text', [WORDS]),
  ],
};
export const METRIC: Place = {
  context: 'metric',
  rare: true,
  routes: true,
  attributes: 'metric.metadata',
  texts: ['metric.name', 'metric.description', 'metric.unit'],
  suspicious: [
    'Len(metric.metadata) > 0',
    extraordinaryName('metric.name', NAME),
    extraordinaryText('metric.description', [WORDS]),
    extraordinaryText('metric.unit', [WORDS, String.raw`^(?:[{][a-z_]{1,15}[}])\z`]),
  ],
};
export const POINT: Place = {
  context: 'datapoint',
  routes: true,
  attributes: 'datapoint.attributes',
  texts: [],
  suspicious: [extraordinaryWithRoutes('datapoint.attributes')],
};
