import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dashboard, dashboards } from '../../generate/dashboards/files.ts';
import { HISTORY_DAYS, heardOf, historyUntil } from '../../history/history.ts';
import { DAY, MINUTE, SECOND } from '../../history/lives.ts';
import type { DashboardQuery } from '../dashboards/queries.ts';
import { stack } from '../live.ts';
import { askPanel, numbersOf, queriesOver } from './ask_panel.ts';
import { differences } from './compare.ts';
import { EXPECTATIONS } from './expectations.ts';
import { sendLogs, writeMetrics } from './feed.ts';
import { type HistoryStores, startHistoryStores } from './stores.ts';

// The last midnight: so that every question is one that may be asked today, within all limits and times of the stores.
const end = Math.floor(Date.now() / DAY) * DAY;
const history = historyUntil(end);

// Millions of samples and more than a hundred thousand lines are written: some two minutes where nothing else runs.
const PREPARED_MS = 900_000;

const shown = dashboards
  .map(([file, json]) => [file.replace('.generated.json', ''), json] as const)
  .filter(([key]) => key !== 'runbooks');

it('has 20,000 tracks and 20,000 visitors in it', () => {
  expect(new Set(history.plays.map(({ track }) => track)).size).toBeGreaterThanOrEqual(20_000);
  expect(new Set(history.sessions.map(({ visitor }) => visitor)).size).toBeGreaterThanOrEqual(20_000);
});

describe.skipIf(!stack)('a known history of 90 days', () => {
  let stores: HistoryStores;

  beforeAll(async () => {
    stores = await startHistoryStores(async (folder, promtool) => {
      await writeMetrics(history, folder, promtool);
    });
    await sendLogs(history, stores.loki);
  }, PREPARED_MS);
  afterAll(() => stores?.stop());

  const titles = EXPECTATIONS.map(
    (one) => [`${one.dashboard}: ${one.panel} (${one.refId ?? 'A'})`, one] as const,
  );

  it.each(titles)('is what the panel shows: %s', async (_title, expectation) => {
    const { dashboard, panel, refId = 'A', days, timezone, expected } = expectation;
    for (const shownDays of days) {
      const query = queriesOver(dashboardNamed(dashboard), shownDays, end, timezone).find(
        (one) => one.panel === panel && one.refId === refId,
      );
      if (query === undefined) throw new Error('there is no such panel');
      // Of numbers the first instant is left out and the last one is in it. Of lines it is the other way round.
      const shift = typeof expectation.read === 'object' ? 1 : 0;
      const told = expectation.read === 'sum of points' ? heardOf(history) : history;
      for (const later of timesOf(query)) {
        const found = numbersOf(await askPanel(query, shownDays, end + later, stores), expectation, query);
        const window = { from: end + later - shownDays * DAY - shift, to: end - shift };
        expect(differences(found, expected(told, window)), `${shownDays} days`).toEqual([]);
      }
    }
  });

  // What was compared over that time has been answered. Metrics are kept for 30 days; more may be asked for all the same.
  it.each(shown)('meets no limit of the stores: the dashboard of %s', async (key, json) => {
    for (const days of [30, HISTORY_DAYS]) {
      const compared = EXPECTATIONS.filter((one) => one.dashboard === key && one.days.includes(days));
      for (const query of queriesOver(json, days, end)) {
        const { datasource, panel, refId } = query;
        const wasAsked = compared.some((one) => one.panel === panel && (one.refId ?? 'A') === refId);
        const isAskedLonger = datasource === 'loki' && days < HISTORY_DAYS;
        if (datasource !== 'tempo' && !wasAsked && !isAskedLonger) await askPanel(query, days, end, stores);
      }
    }
  });
});

// Loki keeps what came of each day: asked for a second time, at another minute, it answers from that.
function timesOf({ datasource, isOneNumber, expr }: DashboardQuery): number[] {
  const isOfTimeShown = datasource === 'loki' && isOneNumber && !expr.includes('[24h]');
  return isOfTimeShown ? [0, 7 * MINUTE + 13 * SECOND] : [0];
}

function dashboardNamed(key: string): Dashboard {
  const found = shown.find(([name]) => name === key);
  if (found === undefined) throw new Error(`there is no dashboard of ${key}`);
  return found[1];
}
