import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { stack } from '../live.ts';
import { collectorForTests } from './collector_for_tests.ts';

interface Sent {
  readonly key: string;
  readonly value: string | number;
  readonly left: string | number;
}

const MASKED: readonly Sent[] = [
  ...['MY_PW', 'smtpPin', 'otp', 'sshKey', 'signing_key', 'app.psk', 'csrf', 'STRIPE_KEY', 'cardNumber'],
  ...['recovery_code', 'seedPhrase', 'db.creds', 'x-auth', 'code_verifier', 'http.request.body'],
].map((key) => ({ key, value: 'planted', left: '****' }));
const NUMBERS: readonly Sent[] = [{ key: 'user.pin', value: 97531, left: '****' }];

const PLAIN: readonly Sent[] = [
  ...(['s3_key', 'cache_key', 'sort key', 'hotkey', 'pinned', 'seed', 'language.code'] as const).map(
    (key) => ({
      key,
      value: 'plain',
      left: 'plain',
    }),
  ),
  { key: 'pin', value: 17, left: 17 },
  { key: 'mfa', value: 'enabled', left: 'enabled' },
  { key: 'db.connection_string', value: 'redis://redis:6379', left: 'redis://redis:6379' },
  { key: 'my.creds', value: 'missing', left: 'missing' },
];

const STATEMENTS: readonly Sent[] = [
  {
    key: 'db.query.text',
    value: "SELECT * FROM a WHERE b='planted''s' AND c = $1",
    left: "SELECT * FROM a WHERE b='****' AND c = $1",
  },
  {
    key: 'db.statement',
    value: "INSERT INTO a VALUES ('pl\\'anted', 'planted",
    left: "INSERT INTO a VALUES ('****', '****'",
  },
];
const PARAMETERIZED: readonly Sent[] = [
  { key: 'db.query.text', value: 'SELECT "a" FROM b WHERE c = $1', left: 'SELECT "a" FROM b WHERE c = $1' },
  { key: 'db.statement', value: "SELECT a WHERE b = '****'", left: "SELECT a WHERE b = '****'" },
];

const FAMILY = 'otel_media.redaction.family';
const traceId = randomBytes(16).toString('hex');

// The same names as in the process (redact/secret_names), past it.
describe.skipIf(stack?.engine !== 'native')('the Collector, by names', () => {
  const collector = collectorForTests();

  async function left(sent: readonly Sent[]): Promise<Record<string, string | number>> {
    const attributes = sent.map(({ key, value }) => ({
      key,
      value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value },
    }));
    const span = {
      ...{ traceId, spanId: 'abcdef0123456789', name: 'a', kind: 1, startTimeUnixNano: '1' },
      ...{ endTimeUnixNano: '2', attributes },
    };
    const out = JSON.parse(
      await collector.redacted('traces', { resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] }),
    );
    const found: { key: string; value: { stringValue?: string; intValue?: string } }[] =
      out.resourceSpans[0].scopeSpans[0].spans[0].attributes;
    return Object.fromEntries(
      found.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]),
    );
  }

  it.each([
    ['masks what the table names', [...MASKED, ...NUMBERS], 'credential'],
    ['leaves other names, and what counts something', PLAIN, undefined],
    ['masks literals of statements', STATEMENTS, 'credential'],
    ['leaves statements without any', PARAMETERIZED, undefined],
  ] as const)('%s', async (_what, sent, family) => {
    expect(await left(sent)).toEqual({
      ...Object.fromEntries(sent.map(({ key, left: after }) => [key, after])),
      ...(family && { [FAMILY]: family }),
    });
  });
});
