import { setTimeout as sleep } from 'node:timers/promises';
import type { DownloadsReply } from '../downloader/server.ts';
import type { Origin } from '../origin/origin.ts';
import { askFor, linksOf, VISITS } from './load.ts';

/** What visitors got, as they saw it: what the stores are compared with. */
export interface Tally {
  requests: number;
  attempts: number;
  successes: number;
  /** The trace of a download that failed both ways. */
  failedTrace: string | undefined;
}

const VISITORS = 3;
const PAUSE_MS = 2_000;
/** The visit whose trace is shown: its only link is refused both ways. */
const SHOWN = VISITS.findIndex((visit) => visit.length === 1 && visit[0]?.behaviour === 'forbidden');

/** Every visit once, three visitors at a time. */
export async function visitOnce(
  downloader: string,
  origin: Origin,
  onReply: (tally: Tally) => void,
  signal: AbortSignal,
): Promise<Tally> {
  const tally: Tally = { requests: 0, attempts: 0, successes: 0, failedTrace: undefined };
  const waiting = [...VISITS.keys()];
  const visitor = async (): Promise<void> => {
    for (let at = waiting.shift(); at !== undefined && !signal.aborted; at = waiting.shift()) {
      const reply = await askFor(downloader, linksOf(VISITS[at] ?? [], origin), at, signal);
      count(tally, reply, at);
      onReply(tally);
    }
  };
  await Promise.all(Array.from({ length: VISITORS }, visitor));
  return tally;
}

/** One visit after the other, with pauses, until the signal. */
export async function visitOn(downloader: string, origin: Origin, signal: AbortSignal): Promise<void> {
  for (let at = 0; !signal.aborted; at += 1) {
    const visit = VISITS[at % VISITS.length] ?? [];
    await askFor(downloader, linksOf(visit, origin), at, signal).catch(() => {});
    await sleep(PAUSE_MS, undefined, { signal }).catch(() => {});
  }
}

function count(tally: Tally, reply: DownloadsReply, at: number): void {
  tally.requests += 1;
  tally.attempts += reply.results.length;
  tally.successes += reply.results.filter(({ ok, error }) => ok || error?.during === 'transcode').length;
  if (at === SHOWN) tally.failedTrace = reply.trace;
}
