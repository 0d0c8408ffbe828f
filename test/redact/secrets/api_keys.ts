import fc from 'fast-check';
import { base64Of, hide, kind, prefix, random, type SecretKind, spelled } from './kind.ts';

const FAMILY = 'api key';

// Prefixes stand in pieces, so that no scanner of repositories takes this file for a leak.
const SHAPES: readonly (readonly [name: string, made: fc.Arbitrary<string>])[] = [
  ['AWS key id', random('upperDigits', 16).map((s) => prefix('AK', 'IA') + s)],
  ['AWS temporary key id', random('upperDigits', 16).map((s) => prefix('AS', 'IA') + s)],
  ['Google API key', random('base64url', 35).map((s) => prefix('AI', 'za') + s)],
  ['Google OAuth token', random('base64url', 80).map((s) => prefix('ya', '29.') + s)],
  ['Google OAuth secret', random('base64url', 28).map((s) => prefix('GOC', 'SPX-') + s)],
  ['Google refresh token', random('base64url', 90).map((s) => `1//0${s}`)],
  [
    'GitHub token',
    fc.tuple(spelled('ghp', 'gho', 'ghu', 'ghs', 'ghr'), random('alnum', 36)).map(([a, b]) => `${a}_${b}`),
  ],
  ['GitHub fine-grained token', random('alnum', 59).map((s) => prefix('github', '_pat_11AAAAAAA0', s))],
  ['GitLab token', random('base64url', 20).map((s) => prefix('gl', 'pat-') + s)],
  [
    'Stripe key',
    fc.tuple(spelled('sk', 'rk'), spelled('live', 'test'), random('alnum', 24, 60)).map((p) => p.join('_')),
  ],
  ['Stripe webhook secret', random('alnum', 32).map((s) => prefix('wh', 'sec_') + s)],
  [
    'OpenAI key',
    fc
      .tuple(spelled('', 'proj-', 'ant-api03-', 'or-v1-'), random('alnum', 48))
      .map(([a, b]) => prefix('s', 'k-') + a + b),
  ],
  [
    'Slack token',
    fc
      .tuple(spelled('b', 'p', 'a', 'r', 's'), random('digits', 12), random('alnum', 24))
      .map(([a, b, c]) => `${prefix('xo', 'x')}${a}-${b}-${c}`),
  ],
  ['Slack app token', random('hex', 64).map((s) => prefix('xa', 'pp-1-A0-1-') + s)],
  [
    'Telegram bot token',
    fc.tuple(random('digits', 10), random('base64url', 33)).map(([a, b]) => `${a}:AA${b}`),
  ],
  [
    'Discord bot token',
    fc
      .tuple(random('base64url', 24), random('base64url', 6), random('base64url', 38))
      .map(([a, b, c]) => `M${a}.${b}.${c}`),
  ],
  [
    'SendGrid key',
    fc
      .tuple(random('base64url', 22), random('base64url', 43))
      .map(([a, b]) => `${prefix('S', 'G.')}${a}.${b}`),
  ],
  ['npm token', random('alnum', 36).map((s) => prefix('np', 'm_') + s)],
  ['PyPI token', random('base64url', 80).map((s) => prefix('py', 'pi-AgEIcHlwaS5vcmc') + s)],
  ['Hugging Face token', random('alnum', 34).map((s) => prefix('h', 'f_') + s)],
  ['DigitalOcean token', random('hex', 64).map((s) => prefix('dop', '_v1_') + s)],
  ['Twilio key', random('hex', 32).map((s) => prefix('S', 'K') + s)],
  ['Mailgun key', random('hex', 32).map((s) => `key-${s}`)],
  ['Shopify token', random('hex', 32).map((s) => prefix('shp', 'at_') + s)],
  ['Vault token', random('base64url', 90).map((s) => prefix('hv', 's.') + s)],
  [
    'Grafana token',
    fc.tuple(random('alnum', 32), random('hex', 8)).map(([a, b]) => `${prefix('gl', 'sa_')}${a}_${b}`),
  ],
];

const jwt = fc
  .tuple(random('base64url', 30, 80), random('base64url', 40, 120), random('base64url', 43))
  .map(([a, b, c]) => [`eyJ${a}`, `eyJ${b}`, c] as const);

const pemKind = spelled(
  'RSA PRIVATE KEY',
  'EC PRIVATE KEY',
  'PRIVATE KEY',
  'OPENSSH PRIVATE KEY',
  'ENCRYPTED PRIVATE KEY',
  'PGP PRIVATE KEY BLOCK',
);

/** Keys that are known by their shape, wherever they stand. */
export const API_KEYS: readonly SecretKind[] = [
  ...SHAPES.map(([name, made]) =>
    kind(
      FAMILY,
      name,
      { key: made, before: spelled('', 'using ', 'key=', 'key: ', '"', "'", '(', '[', '/', ',') },
      (p) => ({
        text: `${p.before}${hide(p.key)}`,
        parts: ['use', hide(p.key)],
      }),
    ),
  ),
  // A key for mail looks as the key of a cache does, and `1//` as a path.
  ...SHAPES.filter(([name]) => !['Mailgun key', 'Google refresh token'].includes(name)).map(([name, made]) =>
    kind(
      FAMILY,
      `${name} behind another word`,
      {
        key: made,
        before: spelled('backup_', 'my-token_', 'key-', 'a.name.of_'),
        end: spelled('', '.txt', '.json'),
      },
      (p) => ({
        text: `${p.before}${hide(p.key)}${p.end}`,
        parts: ['use', `${p.before}${hide(p.key)}${p.end}`],
      }),
    ),
  ),
  kind(
    FAMILY,
    'JSON web token',
    { jwt, before: spelled('got ', 'jwt=', '"', '', 'session_', 'my-jwt-') },
    ({ jwt: [head, claims, signature], before }) =>
      `${before}${hide(head)}.${hide(claims)}.${hide(signature)}`,
  ),
  kind(
    FAMILY,
    'PEM block',
    { type: pemKind, a: random('base64', 64), b: random('base64', 64), end: spelled('\n', '\r\n', '\\n') },
    (p) => {
      const lines = [`-----BEGIN ${p.type}-----`, hide(p.a), hide(p.b), `-----END ${p.type}-----`];
      return { text: lines.join(p.end), parts: lines };
    },
  ),
  kind(
    FAMILY,
    'line of a PEM block',
    {
      line: random('base64', 64),
      // Where it stands alone on its line: src/redact/text/key_lines.ts.
      before: spelled('first line\n', 'Proc-Type: 4,ENCRYPTED\n\n', 'key: |\n    '),
      end: spelled('\n', '\r\n'),
    },
    (p) => `${p.before}${hide(p.line)}${p.end}`,
  ),
  kind(
    FAMILY,
    'PEM block that was cut off',
    { type: pemKind, a: random('base64', 64) },
    (p) => `-----BEGIN ${p.type}-----\n${hide(p.a)}`,
  ),
  kind(
    FAMILY,
    'Discord webhook',
    {
      id: random('digits', 18),
      token: random('base64url', 68),
      host: spelled('discord.com', 'discordapp.com', 'canary.discord.com'),
    },
    (p) => `https://${p.host}/api/webhooks/${p.id}/${hide(p.token)}`,
  ),
  kind(
    FAMILY,
    'Slack webhook',
    { t: random('upperDigits', 9), b: random('upperDigits', 10), token: random('alnum', 24) },
    (p) => `https://hooks.slack.com/${prefix('serv', 'ices')}/T${p.t}/B${p.b}/${hide(p.token)}`,
  ),
  kind(
    FAMILY,
    'Telegram bot in a URL',
    { id: random('digits', 10), token: random('base64url', 33) },
    (p) => `https://api.telegram.org/bot${p.id}:${hide(`AA${p.token}`)}/sendMessage`,
  ),
  kind(
    FAMILY,
    'webhook without a scheme',
    { id: random('digits', 18), token: random('base64url', 68) },
    (p) => `POST discord.com/api/webhooks/${p.id}/${hide(p.token)}`,
  ),
  kind(
    FAMILY,
    'path of a webhook',
    { id: random('digits', 18), token: random('base64url', 68) },
    (p) => `POST /api/webhooks/${p.id}/${hide(p.token)} 404`,
  ),
  kind(
    FAMILY,
    'PO token',
    {
      token: random('base64url', 100, 160),
      form: spelled(
        'po_token=web.gvs+',
        'po_token=',
        'poToken: ',
        '"poToken":"',
        'pot=',
        'po_token=web+',
        'PO Token: ',
      ),
    },
    (p) => `${p.form}${hide(p.token)}`,
  ),
  kind(
    FAMILY,
    'PO token among extractor arguments',
    { pot: random('base64url', 100), visitor: random('base64url', 26) },
    (p) => ({
      text: `--extractor-args "youtube:player_client=web;po_token=web.gvs+${hide(p.pot)};visitor_data=${hide(p.visitor)}%3D%3D"`,
      parts: [
        '--extractor-args',
        `youtube:player_client=web;po_token=web.gvs+${hide(p.pot)};visitor_data=${hide(p.visitor)}%3D%3D`,
      ],
    }),
  ),
  kind(
    FAMILY,
    'visitor data',
    {
      visitor: random('base64url', 26),
      form: spelled('visitorData', 'visitor_data', 'VISITOR_DATA', 'X-Goog-Visitor-Id'),
    },
    (p) => ({
      text: `{"${p.form}":"${hide(p.visitor)}"}`,
      field: [p.form, p.visitor],
    }),
  ),
  kind(
    FAMILY,
    'secret of LiveKit under the id of its key',
    {
      id: spelled('x1y2z3w4v5u6', 'AbCdEf123456Gh'),
      secret: random('alnum', 43),
      way: spelled('keys: {*}', 'LIVEKIT_KEYS="*"', 'keys:\n  *\nport: 1', "--keys '*'"),
    },
    (p) => p.way.replace('*', () => `API${p.id}: ${hide(p.secret)}`),
  ),
  kind(FAMILY, 'data sync id', { id: random('digits', 21) }, (p) => `data_sync_id=${hide(p.id)}||`),
  kind(
    FAMILY,
    'service account',
    { key: base64Of(60), id: random('hex', 40) },
    (p) =>
      `{"type":"service_account","private_key_id":"${hide(p.id)}","private_key":"-----BEGIN ${prefix('PRIVATE', ' KEY')}-----\\n${hide(p.key)}\\n-----END ${prefix('PRIVATE', ' KEY')}-----\\n"}`,
  ),
];
