import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { dashboards } from '../../generate/dashboards/files.ts';
import { DAY } from '../../history/lives.ts';
import { type Answer, askPanel, queriesOver } from '../../stack/history/ask_panel.ts';
import { startHistoryStores } from '../../stack/history/stores.ts';
import { sendPlayLogs, writePlayMetrics } from './feed.ts';
import { playsUntil } from './generate.ts';

// `npm run bench:plays`: whether a million plays of ninety days can be asked for. Feeds a Prometheus and a Loki with them,
// sends every query of the dashboard of radios as Grafana does, and the same once more some minutes later as when it is
// looked at again, and tells what each took. Exit code 1 where one is not answered: refused by a limit, or after the time
// that Grafana waits. What is not asked yet after so many minutes is left out.

const { values } = parseArgs({
  options: {
    plays: { type: 'string', default: '1000000' },
    days: { type: 'string', default: '1,7,30,90' },
    minutes: { type: 'string', default: '60' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write('npm run bench:plays -- [--plays N] [--days 1,7,30,90] [--minutes 60] [--json]\n');
  process.exit();
}

interface Asked {
  readonly days: number;
  readonly time: (typeof TIMES)[number]['time'];
  readonly panel: string;
  readonly refId: string;
  readonly datasource: string;
  readonly seconds: number;
  /** Time of processors that the store needed: what else runs on the machine does not count. */
  readonly cpuSeconds: number;
  readonly bytes?: number;
  readonly lines?: number;
  readonly failed?: string;
}

const MINUTE = 60_000;
const TIMES = [
  { time: 'first', laterMs: 0 },
  { time: 'again', laterMs: 7 * MINUTE },
] as const;

const end = Math.floor(Date.now() / DAY) * DAY;
const history = playsUntil(end, Number(values.plays));
const radio = dashboards.find(([file]) => file === 'radio.generated.json');
if (radio === undefined) throw new Error('there is no dashboard of radios');

const asked: Asked[] = [];
let samples = 0;
let begun = performance.now();
const stores = await startHistoryStores(async (folder, promtool) => {
  samples = await writePlayMetrics(history, folder, promtool);
});
try {
  say(`${count(samples)} samples written in ${seconds(begun)} s`);
  begun = performance.now();
  const lines = await sendPlayLogs(history, stores.loki);
  say(`${count(history.plays.length)} plays: ${count(lines)} log lines taken in ${seconds(begun)} s`);
  const until = performance.now() + Number(values.minutes) * MINUTE;
  const queries = values.days
    .split(',')
    .map(Number)
    .flatMap((days) => queriesOver(radio[1], days, end).map((query) => ({ days, query })));
  for (const { days, query } of queries) {
    const { panel, refId, datasource } = query;
    if (datasource === 'tempo' || performance.now() > until) continue;
    for (const { time, laterMs } of TIMES) {
      const cpuBefore = await cpuSecondsOf(stores[datasource]);
      begun = performance.now();
      const answer = await askPanel(query, days, end + laterMs, stores).catch((error: unknown) =>
        String(error),
      );
      const waited = seconds(begun);
      const cpuSeconds = (await cpuSecondsOf(stores[datasource])) - cpuBefore;
      const took = { days, time, panel, refId, datasource, seconds: waited, cpuSeconds };
      asked.push(
        typeof answer === 'string' ? { ...took, failed: answer.slice(0, 300) } : { ...took, ...read(answer) },
      );
      if (!values.json) process.stdout.write(`${row({ ...took, ...asked.at(-1) })}\n`);
    }
  }
} finally {
  await stores.stop();
}

if (values.json) process.stdout.write(`${JSON.stringify({ cores: cpus().length, asked })}\n`);
for (const group of new Set(asked.map(({ days, time }) => `${days} days, ${time}`))) {
  const all = asked.filter(({ days, time }) => `${days} days, ${time}` === group);
  const sum = (of: (one: Asked) => number) => all.reduce((total, one) => total + of(one), 0).toFixed(1);
  const most = (of: (one: Asked) => number) => Math.max(...all.map(of)).toFixed(1);
  const waited = (one: Asked) => one.seconds;
  const worked = (one: Asked) => one.cpuSeconds;
  say(`${group}: ${all.length} queries, ${sum(waited)} s in all, the slowest ${most(waited)} s;`);
  say(`  time of processors: ${sum(worked)} s in all, the most ${most(worked)} s`);
}
process.exitCode = asked.some(({ failed }) => failed !== undefined) ? 1 : 0;

async function cpuSecondsOf(store: string): Promise<number> {
  const text = await (await fetch(`${store}/metrics`)).text();
  return Number(/^process_cpu_seconds_total (\S+)$/m.exec(text)?.[1]);
}

/** What Loki tells of its work. */
function read(answer: Answer): Pick<Asked, 'bytes' | 'lines'> {
  const { stats } = answer.data as {
    stats?: { summary?: { totalBytesProcessed: number; totalLinesProcessed: number } };
  };
  return stats?.summary === undefined
    ? {}
    : { bytes: stats.summary.totalBytesProcessed, lines: stats.summary.totalLinesProcessed };
}

function row({ days, time, panel, refId, datasource, ...one }: Asked): string {
  const { seconds: took, cpuSeconds, bytes, lines, failed } = one;
  const work = bytes === undefined ? '' : `${(bytes / 1e6).toFixed(0)} MB, ${count(lines ?? 0)} lines`;
  const start = `${String(days).padStart(3)} days, ${time}  ${`${panel} (${refId})`.padEnd(46)}${datasource.padEnd(12)}`;
  return `${start}${took.toFixed(2).padStart(6)} s  ${cpuSeconds.toFixed(2).padStart(6)} s of processors  ${failed ?? work}`;
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}

function seconds(since: number): number {
  return Number(((performance.now() - since) / 1000).toFixed(2));
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
