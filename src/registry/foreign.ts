import { attribute } from './define.ts';

// Attributes that others make (instrumentation, resource detectors, the application) and that need more than the
// detectors do for every string. They are not ours to define; only what may leave of them is.

const secret = (name: string) =>
  attribute({
    name,
    type: 'string',
    brief: 'Made by others; never leaves.',
    privacy: 'secret',
    upstream: true,
  });

const address = (name: string) =>
  attribute({
    name,
    type: 'string',
    brief: 'Made by others; leaves shortened to its network.',
    privacy: 'truncate',
    truncation: 'ip_address',
    upstream: true,
  });

const hashed = (name: string) =>
  attribute({
    name,
    type: 'string',
    brief: 'Made by others; leaves as a keyed hash.',
    privacy: 'hash',
    upstream: true,
  });

const ordinary = (name: string) =>
  attribute({
    name,
    type: 'string',
    brief: 'Made by others; looked through as any text, whatever its name reads as.',
    privacy: 'safe',
    upstream: true,
  });

/** What may leave of well-known attributes that our signals do not use. */
export const foreignAttributes = [
  // The default resource of the JavaScript SDK carries these: tokens in arguments, user and machine names.
  ...[
    'process.command',
    'process.command_args',
    'process.command_line',
    'process.owner',
    'process.executable.path',
  ].map(secret),
  ...['process.working_directory', 'host.name', 'host.id', 'host.ip', 'host.mac'].map(secret),
  ...['authorization', 'proxy-authorization', 'cookie', 'x-api-key', 'x-auth-token', 'x-goog-visitor-id'].map(
    (header) => secret(`http.request.header.${header}`),
  ),
  ...['set-cookie', 'www-authenticate'].map((header) => secret(`http.response.header.${header}`)),
  ...['x-forwarded-for', 'x-real-ip', 'cf-connecting-ip', 'true-client-ip'].map((header) =>
    address(`http.request.header.${header}`),
  ),
  secret('http.request.header.forwarded'),
  ...['network.peer.address', 'source.address', 'net.peer.ip', 'net.sock.peer.addr', 'http.client_ip'].map(
    address,
  ),
  ...['enduser.id', 'user.email', 'user.name', 'user.full_name'].map(hashed),
  // Names of secrets and of people's addresses elsewhere: a stream of records, and an address of one's own network.
  ...['aws.kinesis.stream_name', 'k8s.pod.ip'].map(ordinary),
  // What people send and are sent, whatever that is. The conventions have no attribute for it; these are in use.
  ...['request', 'response'].flatMap((of) =>
    [`http.${of}.body`, `http.${of}.body.content`, `${of}.body`].map(hashed),
  ),
];

/** Attributes whose values are paths or parts of a URL by nature: the rule for file paths leaves them alone. */
export const URL_ATTRIBUTES: ReadonlySet<string> = new Set([
  'url.full',
  'url.path',
  'url.query',
  'http.url',
  'http.target',
  'http.route',
  'url.template',
  'messaging.destination.template',
]);

/**
 * Attributes whose values are statements for a database. The conventions let parameterized ones be as they are, and ask
 * for others that their literals be replaced (semantic conventions 1.40, "Sanitization of `db.query.text`"); of
 * `db.statement`, which they had before, many senders tell the latter as they are.
 */
export const QUERY_ATTRIBUTES: ReadonlySet<string> = new Set(['db.query.text', 'db.statement']);
