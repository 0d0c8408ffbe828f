import { describe, expect, it } from 'vitest';
import type { OptionSchema } from '../../src/options/option_schema.ts';
import type { Options } from '../../src/options/options.ts';
import { resolveOptions } from '../../src/options/resolve_options.ts';
import { OPTION_SCHEMAS } from '../../src/options/schema.ts';
import { settingsFolder } from './settings_folder.ts';

const { file, path } = settingsFolder();

/** Options as a caller without types would give them. */
function untyped(options: Record<string, unknown>): Options {
  return options as Options;
}

describe('a setting that has parts, one of them wrong', () => {
  it.each<[Record<string, unknown>, string]>([
    [
      { trackers: { play: false, hots: false } },
      'option trackers names "hots", which there is not; did you mean "host"? It is left out.',
    ],
    [
      { trackers: { play: false, host: 'no' } },
      'option trackers: host is "no"; allowed is true or false. It is left out.',
    ],
  ])('of %j keeps the others', (given, problem) => {
    const { options, problems } = resolveOptions(untyped(given), {});
    expect(problems).toEqual([problem]);
    expect(options.trackers).toEqual({ play: false });
  });

  it('keeps the others of a variable, too', () => {
    const { options, problems } = resolveOptions(
      {},
      {
        OTEL_MEDIA_TRACKERS: '-play,-hots',
        OTEL_MEDIA_THRESHOLDS: 'deadAirSeconds=4, deadAirSecond=5,jobQueueCapacity=',
      },
    );
    expect(problems).toEqual([
      'OTEL_MEDIA_TRACKERS (option trackers) names "hots", which there is not; did you mean "host"? It is left out.',
      'OTEL_MEDIA_THRESHOLDS (option thresholds) names "deadAirSecond", which there is not; did you mean "deadAirSeconds"? It is left out.',
      'OTEL_MEDIA_THRESHOLDS (option thresholds): jobQueueCapacity is ""; allowed is a whole number from 1 to 1000000. It is left out.',
    ]);
    expect(options).toMatchObject({ trackers: { play: false }, thresholds: { deadAirSeconds: 4 } });
  });

  it.each([['downlaod,exec'], ['downlaod,-exec']])(
    'of a list of what alone is on, %s, leaves all out: the rest would be off',
    (list) => {
      const { options, problems } = resolveOptions({}, { OTEL_MEDIA_TRACKERS: list });
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain(`OTEL_MEDIA_TRACKERS (option trackers) is "${list}"; allowed is a list`);
      expect(problems[0]).toContain('did you mean "download"? It is left out as a whole.');
      expect(options.trackers).toEqual({});
    },
  );
});

describe('a variable that is wrong', () => {
  it.each([
    ['OTEL_METRIC_EXPORT_INTERVAL', '1', '"1"; allowed is a number from 100 to 3600000. 15000 is used.'],
    ['OTEL_TRACES_EXPORTER', 'jaeger', '"jaeger"; allowed is otlp or none. "otlp" is used.'],
    ['OTEL_SDK_DISABLED', 'yes', '"yes"; allowed is true or false. false is used.'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'hunter2', 'not what it must be; allowed is a list such as name=value'],
    [
      'OTEL_MEDIA_CONTENT',
      'Hide',
      '"Hide"; allowed is one of keep, truncate, hash, mask, drop. "hash" is used.',
    ],
  ])('%s=%s is told as it was typed', (variable, text, words) => {
    const { problems } = resolveOptions({}, { [variable]: text });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${variable} (option `);
    expect(problems[0]).toContain(`) is ${words}`);
  });

  it('is told with what is used instead: what code or the file says', () => {
    const { problems } = resolveOptions({ content: 'drop' }, { OTEL_MEDIA_CONTENT: 'hide' });
    expect(problems[0]).toContain('"drop" is used.');
  });
});

describe('a value that is not allowed', () => {
  it.each<[string, unknown, string[]]>([
    ['serviceName', '  ', ['"  "', 'a text that is not empty', 'It is left out']],
    ['serviceName', 7, ['7']],
    ['endpoint', 'localhost:4318', ['"localhost:4318"', 'http://', '"http://127.0.0.1:4318" is used']],
    ['traces', 'yes', ['"yes"', 'true or false', 'true is used']],
    ['exportIntervalSeconds', 0, ['0', 'a number from 0.1 to 3600', '15 is used']],
    ['exportIntervalSeconds', '15', ['"15"', 'a number from 0.1 to 3600']],
    ['shutdownTimeoutSeconds', 1e9, ['1000000000', '0.1 to 120']],
    ['content', 'hide', ['"hide"', 'one of keep, truncate, hash, mask, drop', '"hash" is used']],
    ['hostMetricsIntervalSeconds', -1, ['-1', 'a number from 1 to']],
    ['logLevel', 'loud', ['"loud"', 'one of none, error, warn']],
    ['flushOnExit', null, ['null', 'true or false']],
  ])('of %s, %j, is named with what is allowed, and left out', (name, value, words) => {
    const { options, problems } = resolveOptions(untyped({ [name]: value }), {});
    expect(problems).toHaveLength(1);
    for (const word of [name, ...words]) expect(problems[0]).toContain(word);
    expect(options).toEqual(resolveOptions({}, {}).options);
  });

  it.each<[Record<string, string>, string]>([
    [{ OTEL_MEDIA_CONTENT: 'planted2026' }, 'content) is "****"'],
    [{ OTEL_MEDIA_CONTENT: 'Tr0ub4dor&3' }, 'content) is "****"'],
    [{ OTEL_LOG_LEVEL: 'ghp_plantedplantedplantedplantedplanted' }, 'logLevel) is "****"'],
    [{ OTEL_MEDIA_SHUTDOWN_TIMEOUT: '5s7planted' }, '(option shutdownTimeoutSeconds) is "****"'],
    [{ OTEL_MEDIA_TRACKERS: '-plya,-planted9' }, 'names "plya"'],
    [{ OTEL_MEDIA_TRACKERS: 'download,planted9' }, '(option trackers) is "download,****"'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'planted9' }, 'endpoint) is "****"'],
    [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'planted9' }, 'OTEL_EXPORTER_OTLP_PROTOCOL is "****"'],
    [{ OTEL_MEDIA_SECRET_PATTERNS: '(planted|9)+$' }, 'has at 0 one, which'],
    [{ OTEL_MEDIA_CONTENT: 'hsah' }, 'content) is "hsah"'],
    [{ OTEL_MEDIA_SHUTDOWN_TIMEOUT: '5sec' }, 'is "5sec"'],
  ])('shows words and numbers only: %j', (env, words) => {
    const { problems } = resolveOptions({}, env);
    expect(problems.join()).toContain(words);
    expect(problems.join()).not.toMatch(/planted|Tr0u/);
  });

  it('is replaced by one whose credentials are not shown', () => {
    const { problems } = resolveOptions(
      { endpoint: 'http://u:planted9@host.example:4318' },
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'ftp://other.example' },
    );
    expect(problems.join()).toContain('@host.example:4318" is used');
    expect(problems.join()).not.toContain('planted9');
  });

  it('is named with the variable that it came from', () => {
    const { problems } = resolveOptions({}, { OTEL_MEDIA_SHUTDOWN_TIMEOUT: 'soon' });
    expect(problems).toEqual([
      'OTEL_MEDIA_SHUTDOWN_TIMEOUT (option shutdownTimeoutSeconds) is "soon"; allowed is a number from 0.1 to 120. 5 is used.',
    ]);
  });

  it('is named with the settings file, where it came from there', () => {
    const config = file('{"logs": "no"}');
    const { problems } = resolveOptions({}, { OTEL_MEDIA_CONFIG: config });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`option logs (in settings file "${config}") is "no"`);
  });

  it('never shows headers or a hash key', () => {
    const given = untyped({ headers: { authorization: 5, planted: 'hunter2' }, hashKey: 'short-hunter2' });
    const { problems } = resolveOptions(given, { OTEL_EXPORTER_OTLP_HEADERS: 'hunter2-without-equals' });
    expect(problems).toHaveLength(3);
    expect(problems.join()).not.toContain('hunter2');
    expect(problems.join()).toContain('allowed is an object of texts');
    expect(problems.join()).toContain('at least 16 characters');
  });

  it('never shows a password in an endpoint', () => {
    const { problems } = resolveOptions({ endpoint: 'ftp://user:hunter2@host/' }, {});
    expect(problems).toHaveLength(1);
    expect(problems[0]).not.toContain('hunter2');
  });

  it('leaves the other options of the same source as they are', () => {
    const { options, problems } = resolveOptions(untyped({ content: 3, serviceName: 'kept', nope: 1 }), {});
    expect(problems).toHaveLength(2);
    expect(options).toMatchObject({ content: 'hash', serviceName: 'kept' });
    expect(options).not.toHaveProperty('nope');
  });

  it.each([
    ['serviceNmae', 'serviceName'],
    ['servicename', 'serviceName'],
    ['endpoin', 'endpoint'],
    ['header', 'headers'],
  ])('of an option that does not exist, %s, is answered with the one that was meant', (given, meant) => {
    const { problems } = resolveOptions(untyped({ [given]: 'x' }), {});
    expect(problems).toEqual([`unknown option "${given}"; did you mean "${meant}"?`]);
  });

  it.each([['zzz'], ['toString'], ['z'.repeat(500)]])(
    'of an option like no other, %s, is answered with those that there are',
    (given) => {
      const { problems } = resolveOptions(untyped({ [given]: 1 }), {});
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain(`unknown option "${given.slice(0, 64)}`);
      expect(problems[0]?.length).toBeLessThan(1000);
      for (const name of Object.keys(OPTION_SCHEMAS)) expect(problems[0]).toContain(name);
    },
  );

  it('of an option that does not exist is told with the settings file it is in', () => {
    const config = file('serviceNmae: x', 'misspelt.yaml');
    expect(resolveOptions({}, { OTEL_MEDIA_CONFIG: config }).problems).toEqual([
      `unknown option "serviceNmae" (in settings file "${config}"); did you mean "serviceName"?`,
    ]);
  });

  it.each([
    ['localhost:4318', 'http://localhost:4318'],
    ['127.0.0.1:4318', 'http://127.0.0.1:4318'],
    ['[::1]:4318', 'http://[::1]:4318'],
    ['//collector.example/otlp', 'http://collector.example/otlp'],
    ['collector:4318', 'http://collector:4318'],
    ['http:/localhost:4318', 'http://localhost:4318'],
    ['https:collector.example', 'https://collector.example'],
  ])('of an endpoint without its scheme, %s, says what to write', (endpoint, meant) => {
    const { problems } = resolveOptions({ endpoint }, {});
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`did you mean ${meant}? "http://127.0.0.1:4318" is used.`);
    expect(resolveOptions({ endpoint: meant }, {}).problems).toEqual([]);
  });

  it('of an endpoint that is no address at all says nothing of the kind', () => {
    for (const endpoint of ['collector', '', 'ftp://host', 'a b:1', 'http://']) {
      expect(resolveOptions({ endpoint }, {}).problems.join()).not.toContain('did you mean');
    }
  });

  it('of an endpoint without its scheme never shows the password', () => {
    const { problems } = resolveOptions(
      { endpoint: 'user:hunter2@host:4318' },
      { OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: 'user:hunter2@host:4318/v1/logs' },
    );
    expect(problems).toHaveLength(2);
    expect(problems.join()).not.toContain('hunter2');
    expect(problems.join()).toContain('did you mean http://****@host:4318?');
  });

  it('of the endpoint of one signal is told, too', () => {
    const { problems } = resolveOptions(
      {},
      { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'localhost:4318/v1/traces' },
    );
    expect(problems).toEqual([
      'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT does not begin with http:// or https://; did you mean http://localhost:4318/v1/traces?',
    ]);
  });

  it('of any option with a variable is told by that variable', () => {
    for (const [name, schema] of Object.entries<OptionSchema>(OPTION_SCHEMAS)) {
      if (schema.type === 'string' && !schema.enum) continue;
      const text = schema.type === 'array' ? (schema.envJson ? '[1]' : 'a,,b') : 'not-one-of-them';
      const { problems } = resolveOptions({}, { [String(schema.env)]: text });
      expect(problems, name).toHaveLength(1);
      expect(problems[0]).toContain(`${schema.env} (option ${name})`);
    }
  });
});

describe('a settings file', () => {
  it.each([
    ['settings.yaml', 'serviceName: radio\nheaders:\n  a: b\nexportIntervalSeconds: 30\n'],
    ['settings.json', '{"serviceName": "radio", "headers": {"a": "b"}, "exportIntervalSeconds": 30}'],
  ])('%s is read', (name, content) => {
    const { options, problems } = resolveOptions({}, { OTEL_MEDIA_CONFIG: file(content, name) });
    expect(problems).toEqual([]);
    expect(options).toMatchObject({ serviceName: 'radio', headers: { a: 'b' }, exportIntervalSeconds: 30 });
  });

  it('that cannot be used leaves everything else in force', () => {
    const { options, problems } = resolveOptions(
      { serviceName: 'code' },
      { OTEL_MEDIA_CONFIG: path('absent.json') },
    );
    expect(problems).toHaveLength(1);
    expect(options.serviceName).toBe('code');
  });
});
