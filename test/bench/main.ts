import { breakerCall, breakerOpens } from './breaker.ts';
import { cacheHit } from './cache.ts';
import type { Measured } from './comparison.ts';
import { cookiesComparison } from './cookies.ts';
import { downloadComparison } from './download.ts';
import { execComparison } from './exec.ts';
import { jobComparison } from './job.ts';
import { leftOutComparison } from './left_out.ts';
import { measure } from './measure.ts';
import { measureComparison } from './measured.ts';
import { noSdk } from './no_sdk.ts';
import { startPlainSdk } from './plain_sdk.ts';
import { playComparison } from './play.ts';
import { redactedLine, redactedNaively, redactedSpan } from './redact.ts';
import { reportErrorComparison } from './report_error.ts';
import { sessionComparison } from './session.ts';
import { stageComparison } from './stage.ts';
import { measureStart } from './start.ts';
import { table } from './table.ts';

// `npm run bench`: what our operations cost beside what one would do without us, and what we promise of that. Prints
// and never fails on a number: machines differ, and so do their moods. `--json` is for programs; words behind it name
// comparisons, of which only those that have one of them in their names are made.

const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const isAsked = (name: string) => asked.length === 0 || asked.some((word) => name.includes(word));

const before = noSdk();
const results: Measured[] = isAsked(before.name) ? [await measure(before)] : [];
startPlainSdk();
const comparisons = [
  downloadComparison(),
  sessionComparison(),
  cookiesComparison(),
  execComparison(),
  stageComparison(),
  jobComparison(),
  playComparison(),
  reportErrorComparison(),
  leftOutComparison(),
  cacheHit(),
  breakerCall(),
  breakerOpens(),
  measureComparison(),
  redactedSpan(),
  redactedNaively(),
  ...[redactedLine()].filter((one) => one !== undefined),
];
for (const comparison of comparisons) {
  if (isAsked(comparison.name)) results.push(await measure(comparison));
}
if (isAsked('start')) results.push(measureStart());

const json = results.map(({ name, ns, baselineNs }) => ({
  name,
  ns: Math.round(ns),
  baseline_ns: Math.round(baselineNs),
  ratio: Number((ns / baselineNs).toFixed(3)),
}));
process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(json) : table(results)}\n`);
// The SDK's timers would keep the process for an hour.
process.exit();
