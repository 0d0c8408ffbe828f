import { describe, expect, it } from 'vitest';
import { redactAttributes, redactValue } from '../../../src/redact/attributes/attributes.ts';
import { redactText } from '../../../src/redact/text/text.ts';

describe('names that are like those of secrets', () => {
  it.each([
    ...['pinned: 1234567', 'pin_memory=True', 'mapping: 12345', 'spin=12345', 'option=abc', 'shipping: 1234'],
    ...[
      'key=value',
      'keyframe_key=abc',
      's3_key=videos/1',
      'object_key=abc',
      'cache_key: abc',
      'sort key: abc',
    ],
    ...['routing_key=abc', 'partition_key=abc', 'primary_key=id', 'foreign_key=id', 'idempotency_key=abc'],
    ...['hotkey=ctrl', 'keyint=250', 'public_key: none', 'dsn: delivery status', 'seed: 42', 'seed=1234567'],
    ...['authenticated: yes', 'token_count=5', 'tokens: 512', 'max_tokens: 512', 'session_count=4'],
    ...[
      'code: 404',
      'exit code: 1',
      'error code: 1234',
      'country_code=de',
      'status_code=2001',
      'opcode=1234',
    ],
    ...['language code: de', 'zip code: 90210', 'postal_code=12345', 'barcode: 12345678', 'encode: 2500'],
    ...['exited with code 1234', 'error code: ERR_1234', 'code=137&state=dead', 'ended, code=ERR_A1&state=x'],
    ...['pin: left', 'pin=17', 'GPIO pin: 17', 'otp: required', '2fa: enabled', 'mfa=disabled', 'pw=12'],
    ...['creds: ok', 'creds: loaded from the environment', 'csrf: true', 'psk: none', 'card number: 3'],
    ...['the access code was wrong', 'a mnemonic: MOV', '{"code":"ECONNRESET","state":"failed"}'],
    ...[
      'redis_url=redis://localhost:6379',
      'DATABASE_URL=postgres://db.internal/app',
      'MONGO_URI=mongodb://h/x',
    ],
    ...['mongodb://h/x?authSource=admin', 'https://h/x?sv=2020-08-04'],
    ...[`['csrf', 'cors', 'iban', 'name']`, '["psk","eap"]'],
    ...['shadowPass: enabled', 'quality_pass=high', 'render pass=shadow', '{"render":{"pass":"bloom"}}'],
    ...['proxy_pass=http://127.0.0.1:8080/x', 'proxy_pass http://127.0.0.1:8080;', 'fastcgi_pass=php:9000'],
  ])('%s stays', (text) => {
    expect(redactText(text)).toBe(text);
  });

  it('stay as keys, with what counts something and with words', () => {
    const plain = {
      ...{ pinned: '1234567', pin_memory: true, mapping: '12345', spin: '12345', option: 'x', keyint: 250 },
      ...{
        s3_key: 'x',
        object_key: 'x',
        cache_key: 'x',
        'sort key': 'x',
        routing_key: 'x',
        partitionKey: 'x',
      },
      ...{ primary_key: 'x', foreignKey: 'x', idempotencyKey: 'x', hotkey: 'x', key: 'x', keyframe_key: 'x' },
      ...{ seed: 42, tokens: 512, max_tokens: 512, token_count: 3, session_count: 4, authenticated: 'yes' },
      ...{ code: 404, 'exit.code': 1, status_code: 2001, country_code: 'de', languageCode: 'de', dsn: 'x' },
      ...{ pin: 17, 'knob.pin': 'left', otp: 'required', mfa: 'enabled', creds: 'missing', csrf: true },
      ...{
        card_number: 3,
        'proxy.pass': 'http://127.0.0.1:8080/x',
        shadowPass: 'enabled',
        'render.pass': 'bloom',
      },
      ...{
        error: { code: 'ECONNRESET', state: 'failed' },
        list: ['--pin', '17', 'otp', 'required', 'csrf', 'cors'],
      },
      ...{ pairs: [{ name: 'pin', value: 'left' }], DATABASE_URL: 'postgres://db.internal/app' },
      ...{
        'aws.kinesis.stream_name': 'main',
        'k8s.pod.ip': '10.1.2.3',
        'db.connection_string': 'redis://redis:6379',
      },
    };
    expect(redactAttributes(plain)).toEqual(plain);
  });

  it('lose of an address only who signs in', () => {
    expect(
      redactAttributes({
        proxy_pass: 'http://me:planted@127.0.0.1:8080/x',
        DATABASE_URL: 'postgres://me:planted@db.internal/app',
        SENTRY_DSN: 'https://planted@o1.ingest.sentry.io/2',
        dsn: 'me:planted@tcp(db:3306)/app',
      }),
    ).toEqual({
      proxy_pass: 'http://****@127.0.0.1:8080/x',
      DATABASE_URL: 'postgres://****@db.internal/app',
      SENTRY_DSN: 'https://****@o1.ingest.sentry.io/2',
      dsn: '****@tcp(db:3306)/app',
    });
  });
});

describe('a sign-in that came back', () => {
  it('loses its code', () => {
    const query = { code: '4/0AbcDEF12planted', state: 'xyz' };
    expect(redactValue({ a: query })).toEqual({ a: { code: '****', state: 'xyz' } });
    expect(redactText('/callback?code=4/0Abcplanted&state=failed')).toBe('/callback?code=****&state=failed');
  });
});

describe('a statement for a database', () => {
  it.each([
    ['SELECT * FROM t WHERE a = $1 AND b = ? LIMIT 10', 'SELECT * FROM t WHERE a = $1 AND b = ? LIMIT 10'],
    ["SELECT 1 WHERE a='plan''ted' AND b = ''", "SELECT 1 WHERE a='****' AND b = '****'"],
    ["INSERT INTO x VALUES ('a\\'b', 'planted", "INSERT INTO x VALUES ('****', '****'"],
    ['SELECT "t"."name" FROM "t"', 'SELECT "t"."name" FROM "t"'],
  ])('loses its literals, by either name: %s', (statement, expected) => {
    const left = { 'db.query.text': expected, 'db.statement': expected };
    expect(redactAttributes({ 'db.query.text': statement, 'db.statement': statement })).toEqual(left);
    expect(redactAttributes(left)).toEqual(left);
  });
});

describe('the body of a request', () => {
  it.each(['http.request.body', 'http.response.body.content', 'request.body'])(
    'leaves as a hash: %s',
    (name) => {
      expect(redactAttributes({ [name]: 'planted' })[name]).toMatch(/^hmac:/);
      expect(redactAttributes({ 'http.request.body.size': 12 })).toEqual({ 'http.request.body.size': 12 });
    },
  );
});
