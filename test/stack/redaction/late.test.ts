import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { eventually, getJson, stack, theStack } from '../live.ts';
import { sendRaw } from './raw_sender.ts';

const service = `late-${randomBytes(3).toString('hex')}`;

/** What was counted of a service, as `signal family`. */
async function counted(of: string): Promise<string[]> {
  const query = `last_over_time(otel_media_redaction_late_total{service_name="${of}"}[10m]) > 0`;
  const answer = (await getJson(theStack().prometheus, '/api/v1/query', { query })) as {
    data: { result: { metric: Record<string, string> }[] };
  };
  return answer.data.result
    .map(({ metric }) => `${metric.otel_media_signal} ${metric.otel_media_redaction_family}`)
    .sort();
}

describe.skipIf(stack === undefined)('what the Collector still had to mask', () => {
  it('is counted by signal and family', async () => {
    const { otlpHttp } = theStack();
    // Bytes are masked and counted whatever is in them.
    await sendRaw(otlpHttp, `${service}-clean`, [(marker) => marker], { bytes: false });
    await sendRaw(
      otlpHttp,
      service,
      [
        (marker) => `${marker} mail to planted.person@mail.example.org`,
        (marker) => `${marker} Bearer plantedBearerToken12345`,
      ],
      { bytes: false },
    );
    const each = [
      'logs email',
      'logs token',
      'metrics email',
      'metrics token',
      'traces email',
      'traces token',
    ];
    await eventually(
      'all are counted',
      () => counted(service),
      (found) => each.every((one) => found.includes(one)),
    );
    expect(await counted(service)).toEqual(each);
    expect(await counted(`${service}-clean`)).toEqual([]);
  });
});
