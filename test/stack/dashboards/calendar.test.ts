import { beforeAll, describe, expect, it } from 'vitest';
import { type CalendarUnit, calendarLabel } from '../../../src/generate/dashboards/calendar.ts';
import { eventually, getJson, nowSeconds, stack, theStack } from '../live.ts';

// Loki takes no lines that are months old, and clocks change when they do: so it is asked for times that are written into
// the query, in place of the time of a line.

const SERVICE = 'calendar';

/** What Loki makes of a time in a zone, as Grafana fills the zone in. */
async function inLoki(unit: CalendarUnit, timezone: string, at: string): Promise<string | undefined> {
  const seconds = Date.parse(at) / 1000;
  const stage = calendarLabel(unit)
    .replaceAll('__timestamp__', `(unixToTime "${seconds}")`)
    .replaceAll('$__timezone', timezone);
  const query = `sum by (${unit}) (count_over_time({service_name="${SERVICE}"}${stage} [1h]))`;
  const answer = await getJson(theStack().loki, '/loki/api/v1/query', { query, time: nowSeconds() + 1 });
  const { data } = answer as { data: { result: { metric: Record<string, string> }[] } };
  return data.result[0]?.metric[unit];
}

describe.skipIf(!stack)('hours, days and weeks in Loki', () => {
  beforeAll(async () => {
    const resource = { attributes: [{ key: 'service.name', value: { stringValue: SERVICE } }] };
    const record = { timeUnixNano: `${Date.now()}000000`, body: { stringValue: 'a line' } };
    const response = await fetch(`${theStack().loki}/otlp/v1/logs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ resourceLogs: [{ resource, scopeLogs: [{ logRecords: [record] }] }] }),
    });
    expect(response.ok).toBe(true);
    await eventually(
      'the line is there',
      () => inLoki('day', 'utc', '2026-03-02T00:00:00Z'),
      (day) => day !== undefined,
    );
  });

  it.each([
    ['utc', '2026-03-02T00:00:00Z', '00', '2026-03-02', '2026-03-02'],
    ['utc', '2026-03-01T23:59:59Z', '23', '2026-03-01', '2026-02-23'],
    ['Asia/Kathmandu', '2026-03-01T18:14:59Z', '23', '2026-03-01', '2026-02-23'],
    ['Asia/Kathmandu', '2026-03-01T18:15:00Z', '00', '2026-03-02', '2026-03-02'],
    // Clocks are put on from 2:00 to 3:00 on 29 March, and back from 3:00 to 2:00 on 25 October.
    ['Europe/Berlin', '2026-03-28T22:59:59Z', '23', '2026-03-28', '2026-03-23'],
    ['Europe/Berlin', '2026-03-28T23:00:00Z', '00', '2026-03-29', '2026-03-23'],
    ['Europe/Berlin', '2026-03-29T00:59:59Z', '01', '2026-03-29', '2026-03-23'],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', '03', '2026-03-29', '2026-03-23'],
    ['Europe/Berlin', '2026-03-29T21:59:59Z', '23', '2026-03-29', '2026-03-23'],
    ['Europe/Berlin', '2026-03-29T22:00:00Z', '00', '2026-03-30', '2026-03-30'],
    ['Europe/Berlin', '2026-10-25T00:59:59Z', '02', '2026-10-25', '2026-10-19'],
    ['Europe/Berlin', '2026-10-25T01:00:00Z', '02', '2026-10-25', '2026-10-19'],
    ['Europe/Berlin', '2026-10-25T22:59:59Z', '23', '2026-10-25', '2026-10-19'],
    ['Europe/Berlin', '2026-10-25T23:00:00Z', '00', '2026-10-26', '2026-10-26'],
    // Half an hour, in the southern summer.
    ['Australia/Lord_Howe', '2026-04-04T12:59:59Z', '23', '2026-04-04', '2026-03-30'],
    ['Australia/Lord_Howe', '2026-04-05T13:29:59Z', '23', '2026-04-05', '2026-03-30'],
    ['Australia/Lord_Howe', '2026-04-05T13:30:00Z', '00', '2026-04-06', '2026-04-06'],
    // What is no zone is UTC, as it is where Loki's machine has no database of them.
    ['Nowhere/At_All', '2026-03-02T00:00:00Z', '00', '2026-03-02', '2026-03-02'],
  ])('in %s at %s', async (zone, at, hour, day, week) => {
    expect(await inLoki('hour', zone, at)).toBe(hour);
    expect(await inLoki('day', zone, at)).toBe(day);
    expect(await inLoki('week', zone, at)).toBe(week);
  });
});
