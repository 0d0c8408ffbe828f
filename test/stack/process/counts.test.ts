import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prometheusSamples } from '../../../examples/demo/stores.ts';
import { counted } from '../../../src/alerts/counted.ts';
import { series, sumBy } from '../../../src/alerts/promql.ts';
import { downloadAttempts } from '../../../src/registry/download.ts';
import { select } from '../../../src/registry/selection.ts';
import { eventually, runFixture, stack, theStack } from '../live.ts';

const SERVICE = 'counts-test';
const OUTCOME = 'media_download_outcome';

// Two processes at a time, the second of which ends and comes back. Each begins with a failure, so that the first time
// a series counts is one that matters.
const FIRST = 'bad wait ok ok bad wait ok wait ok bad wait'.split(' ');
const SECOND = 'bad bad wait ok wait'.split(' ');
const SECOND_AGAIN = 'bad wait ok ok ok wait'.split(' ');
const DONE = [...FIRST, ...SECOND, ...SECOND_AGAIN];
const times = (what: string) => DONE.filter((one) => one === what).length;

describe.skipIf(!stack)('two processes of one service, one of which is restarted', () => {
  let folder: string;
  const selector = series(select(downloadAttempts), [`service_name="${SERVICE}"`]);

  const byOutcome = async (expression: string): Promise<Record<string, number>> => {
    const samples = await prometheusSamples(theStack(), sumBy([OUTCOME], expression));
    return Object.fromEntries(samples.map(({ labels, value }) => [labels[OUTCOME] ?? '', value]));
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'otel-media-counts-'));
    const env = { OTEL_SERVICE_NAME: SERVICE, OTEL_MEDIA_STATE: folder };
    const run = (work: readonly string[]) => runFixture('some_downloads', theStack().otlpHttp, env, work);
    await Promise.all([run(FIRST), run(SECOND).then(() => run(SECOND_AGAIN))]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['the expression of dashboards and alerts', counted(selector, '10m')],
    ['the last value of each series', `last_over_time(${selector}[10m])`],
  ])('counts what was done, by %s', async (_name, expression) => {
    const done = { failure: times('bad'), success: times('ok') };
    const total = ({ failure = 0, success = 0 }: Record<string, number>) => failure + success;
    const found = await eventually(
      'all of it has arrived',
      () => byOutcome(expression),
      (now) => total(now) >= total(done),
    );
    expect(found).toEqual(done);
  });

  it('has a zero where each series began, so that an increase sees what was counted first', async () => {
    const expression = `min_over_time(${selector}[10m]) > 0 or on () vector(0)`;
    expect(await prometheusSamples(theStack(), expression)).toMatchObject([{ labels: {}, value: 0 }]);
  });

  it('keeps the instances apart', async () => {
    const samples = await prometheusSamples(
      theStack(),
      `count(count by (service_instance_id) (last_over_time(${selector}[10m])))`,
    );
    expect(samples.map(({ value }) => value)).toEqual([3]);
  });
});
