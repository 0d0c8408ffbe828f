import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allOfService, MASKED_LATE, STORES } from '../all_of_service.ts';
import { eventually, getJson, nowSeconds, runFixture, stack, theStack } from '../live.ts';

const SERVICE = 'people-test';

describe.skipIf(!stack)('people who visit', () => {
  const word = (what: string) => `${what}x${randomBytes(8).toString('hex')}`;
  const seen = [word('first'), word('again'), word('another')];
  const unseen = { header: word('unseenheader'), session: word('unseensession') };
  const agentWord = word('agent');
  const userAgent = `Mozilla/5.0 (X11; ${agentWord}; rv:140.0) Gecko/20100101 Firefox/140.0`;
  const addresses = ['203.0.113.77', '203.0.113.77', '2001:db8:1:2::3'];
  let folder: string;
  let said: Record<string, string>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'otel-media-people-'));
    const visits = [
      { word: seen[0], address: addresses[0], userAgent },
      { word: unseen.header, address: addresses[0], userAgent, optOut: 'header' },
      { word: seen[1], address: addresses[1], userAgent },
      { word: unseen.session, address: addresses[0], userAgent, optOut: 'session' },
      { word: seen[2], address: addresses[2], userAgent: 'curl/8.5.0' },
    ];
    const env = { OTEL_SERVICE_NAME: SERVICE, OTEL_MEDIA_STATE: folder, OTEL_MEDIA_CLIENT_ADDRESS: 'hash' };
    said = await runFixture('visitors', theStack().otlpHttp, env, [JSON.stringify(visits)]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(STORES)('are found in %s, but neither address nor user agent nor who opted out', async (store) => {
    const all = await eventually(
      'everybody who may be seen is',
      () => allOfService(store, SERVICE),
      (text) => seen.every((one) => text.includes(one)),
    );
    for (const hidden of [...Object.values(unseen), agentWord, 'Gecko', ...addresses])
      expect(all).not.toContain(hidden);
    expect(all).not.toMatch(MASKED_LATE);
  });

  it('who opted out have no trace context in the environment of programs', () => {
    expect(said[seen[0] ?? '']).toMatch(/^\[00-[0-9a-f]{32}-[0-9a-f]{16}-01\]$/);
    expect([said[unseen.header], said[unseen.session]]).toEqual(['[]', '[]']);
  });

  it('have their requests in Tempo, and who opted out have none', async () => {
    const q = `{ resource.service.name = "${SERVICE}" && kind = server }`;
    const answer = (await getJson(theStack().tempo, '/api/search', { q, limit: 50 })) as {
      traces?: unknown[];
    };
    expect(answer.traces).toHaveLength(seen.length);
    expect(await allOfService('tempo', SERVICE)).toContain('user_agent.name');
  });

  it('are counted by the hash of the day: two of three sessions are of one', async () => {
    const query =
      `sum by (media_visitor_hash, geo_country_iso_code, user_agent_name) (count_over_time(` +
      `{service_name="${SERVICE}"} | event_name = "media.session.ended" [1h]))`;
    const answer = await eventually(
      'both visitors are counted',
      () =>
        getJson(theStack().loki, '/loki/api/v1/query', { query, time: nowSeconds() + 30 }) as Promise<Counts>,
      ({ data }) => data.result.length === 2,
    );
    const counts = answer.data.result.map(({ metric, value }) => ({ ...metric, sessions: value[1] }));
    const hash = expect.stringMatching(/^hmac:[0-9a-f]{16}$/);
    expect(counts).toEqual(
      expect.arrayContaining([
        { media_visitor_hash: hash, geo_country_iso_code: 'DE', user_agent_name: 'Firefox', sessions: '2' },
        { media_visitor_hash: hash, geo_country_iso_code: 'DE', user_agent_name: 'curl', sessions: '1' },
      ]),
    );
  });
});

interface Counts {
  readonly data: {
    readonly result: readonly { readonly metric: Record<string, string>; readonly value: [number, string] }[];
  };
}
