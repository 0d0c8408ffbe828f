import { lastHeld } from '../../../alerts/promql.ts';
import {
  COOKIES_STATES,
  type CookiesState,
  cookiesAuthPresence,
  cookiesExpiry,
  cookiesFileName,
  cookiesSite,
  cookiesState,
  cookiesStatus,
} from '../../../registry/cookies.ts';
import type { MetricDefinition } from '../../../registry/define.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { narrowedBy } from '../choices.ts';
import { BAD, GOOD, steps, WARN } from '../panels/colours.ts';

export const FILE = labelName(cookiesFileName.name);
export const SITE = labelName(cookiesSite.name);
export const STATE = labelName(cookiesState.name);

/** What tells cookie files apart. */
export const PER_FILE = ['service_name', FILE, SITE];
export const LEGEND = `{{service_name}} {{${FILE}}} {{${SITE}}}`;
export const QUIET = 'No cookie file was looked at in this time';

/** The variables of the dashboard "Cookies". */
export const chosen = narrowedBy({ variable: 'file', title: 'Cookie file', attribute: cookiesFileName });

/** States in which the site treats us as a stranger. */
export const UNUSABLE = COOKIES_STATES.filter((state) => state !== 'fresh' && state !== 'stale');

/** How many files were found in one of these states when they were looked at last. */
export function filesIn(states: readonly CookiesState[]): string {
  const held = lastHeld(PER_FILE, chosen.filtered(select(cookiesStatus)), '$__range');
  const those = chosen.filtered(select(cookiesStatus, { 'media.cookies.state': states }));
  const last = lastHeld(PER_FILE, those, '$__range');
  return `count(${last} == ${held}) or vector(0)`;
}

/** The lowest or highest value of each file, of all processes that look at it. */
export function perFile(which: 'min' | 'max', metric: MetricDefinition): string {
  return `${which} by (${PER_FILE.join(', ')}) (${chosen.filtered(select(metric))})`;
}

/**
 * The same, as it would be now, of files that no process looks at any more too: what passes goes on passing, and a batch
 * that runs once a day has to be seen between its runs. What running processes say goes first.
 */
export function perFileNow(which: 'min' | 'max', metric: MetricDefinition): string {
  return `${perFile(which, metric)} or ${sinceLastTold(metric)}`;
}

function sinceLastTold(metric: MetricDefinition): string {
  const x = chosen.filtered(select(metric));
  const isLeft = metric.name === cookiesExpiry.name;
  const moment = `max_over_time((timestamp(${x}) ${isLeft ? '+' : '-'} ${x})[$__range:])`;
  const newest = `max by (${PER_FILE.join(', ')}) (${moment})`;
  return isLeft ? `(${newest} - time())` : `(time() - ${newest})`;
}

/** Whether each file has a login: 1 or 0, of files that no process looks at any more too. */
export function loginNow(): string {
  const told = `last_over_time(${chosen.filtered(select(cookiesAuthPresence))}[$__range])`;
  return `${perFile('min', cookiesAuthPresence)} or min by (${PER_FILE.join(', ')}) (${told})`;
}

/** Orange from the age on at which a file is stale. */
export function staleColours() {
  return steps(GOOD, { from: thresholds.cookiesStaleSeconds, color: WARN });
}

/** Colours of the time that is left: red once it is over, orange from when the alert fires. */
export function expiryColours() {
  return steps(BAD, { from: 0, color: WARN }, { from: thresholds.cookiesExpiringSeconds, color: GOOD });
}
