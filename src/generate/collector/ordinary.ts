/**
 * Texts in which no detector can find anything, told at a fraction of the cost. Go's regular expressions are quick only
 * where each letter decides alone how it goes on (it calls that "one-pass"): so each of these begins at the start, and
 * no two of its branches begin alike. test/generate/ordinary.test.ts holds every detector against them.
 *
 * Words have at most 15 letters and parts after a dash at most nine: the shortest token of the detectors is longer. None
 * begins with x, as Slack's do. Two dots between digits are a version, three are an address.
 */
export const ORDINARY: readonly string[] = [
  // A word; words with dots or dashes between them; words of a sentence.
  String.raw`^(?:[a-wyzA-WYZ_*][a-zA-Z0-9_*]{0,14}(?:(?:\.[a-z_]{1,9}){1,4}|(?:-(?:[a-z_]{1,9}|[0-9]{1,3})){1,2}|(?:\)?,? \(?(?:[a-zA-Z_*]{1,15}|[0-9]{1,7}))+\)?)?[.!]?)?\z`,
  // A number, an id in hexadecimal digits (of a trace, a span or a hash), a UUID, a version.
  String.raw`^(?:-?[0-9a-f]{1,36}(?:-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?:\.[0-9]{1,20}){1,2})?)\z`,
  // An address of one's own network, and a port.
  String.raw`^(?:1(?:27|0)\.[0-9]{1,3}|192\.168)(?:\.[0-9]{1,3}){2}(?::[0-9]{1,5})?\z`,
];

/** Names of spans, events and metrics: words with dots. */
export const ORDINARY_NAME = String.raw`^(?:[a-wyzA-WYZ_][a-zA-Z0-9_]{0,14}(?:\.[a-z_][a-z0-9_]{0,14}){1,8})\z`;

/** The names of packages that scopes have. */
export const ORDINARY_SCOPE = String.raw`^@[a-z]{1,30}/[a-z_]{1,30}(?:-[a-z_]{1,15}){0,4}\z`;

/** Where the conventions lie that a resource or a scope keeps to. */
export const ORDINARY_SCHEMA = String.raw`^https://opentelemetry\.io/schemas/[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\z`;

const MEMBER = '[a-z0-9_@/*-]{1,32}=[a-zA-Z0-9_~-]{1,15}(?:[:;][a-zA-Z0-9_~-]{1,15}){0,6}';

/** What vendors pass on in a trace: short values without names in them. Anything else is taken away. */
export const ORDINARY_TRACE_STATE = String.raw`^${MEMBER}(?:,${MEMBER}){0,7}\z`;
