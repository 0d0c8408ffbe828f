/** A key of its own: none is made in the state folder of whoever runs tests. */
export const ENV = { OTEL_MEDIA_HASH_KEY: 'a key of the tests' };

/** A private key, of nobody. */
export const KEY =
  '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj\n-----END PRIVATE KEY-----';

/** A line with a secret. */
export const PASSWORD = 'yt-dlp --password planted1 https://youtu.be/dQw4w9WgXcQ';

/** A line with none. */
export const ORDINARY = 'HTTP Error 403: Forbidden';

/** An attribute of OTLP. */
export const text = (key: string, value: string) => ({ key, value: { stringValue: value } });

/** A span with a secret in whatever may have one. */
export const TRACES = {
  resourceSpans: [
    {
      resource: { attributes: [text('service.name', 'x'), text('host.name', 'planted2')] },
      scopeSpans: [
        {
          scope: { name: 'theirs' },
          spans: [
            {
              traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
              spanId: '00f067aa0ba902b7',
              name: 'GET /api/x',
              attributes: [
                text('url.full', 'https://h/watch?v=dQw4w9WgXcQ&sig=planted3'),
                text('media.nope', 'planted4'),
                { key: 'map', value: { kvlistValue: { values: [text('password', 'planted5')] } } },
                {
                  key: 'list',
                  value: { arrayValue: { values: [{ stringValue: 'mail planted6@example.org' }] } },
                },
                text('planted7@example.org', 'x'),
                { key: 'http.response.status_code', value: { intValue: '403' } },
              ],
              events: [
                { name: 'exception', attributes: [text('exception.message', 'in /home/planted8/y.js')] },
              ],
              links: [{ traceId: '', spanId: '', attributes: [text('a', 'SID=planted9Value')] }],
              status: { code: 2, message: 'Bearer planted10planted10' },
            },
          ],
        },
      ],
    },
  ],
};

/** The same of a log record. */
export const LOGS = {
  resourceLogs: [
    {
      scopeLogs: [
        {
          logRecords: [
            {
              body: { kvlistValue: { values: [text('msg', 'Cookie: a=planted11')] } },
              attributes: [text('client.address', '203.0.113.77')],
            },
          ],
        },
      ],
    },
  ],
};

/** The same of a metric. */
export const METRICS = {
  resourceMetrics: [
    {
      scopeMetrics: [
        {
          metrics: [
            {
              name: 'm',
              sum: { dataPoints: [{ asInt: '1', attributes: [text('p', '/home/planted12/x')] }] },
            },
          ],
        },
      ],
    },
  ],
};
