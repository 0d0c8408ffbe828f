import type { Stats } from 'node:fs';
import { opendir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SpanContext } from '@opentelemetry/api';
import { emitEvent } from '../../emit/event.ts';
import { reportTelemetryFailure } from '../../emit/guard.ts';
import { addCount, record } from '../../emit/metrics.ts';
import { contextOf, recordSpan } from '../../emit/span.ts';
import { playDuration, playEnded, playSpan, plays } from '../../registry/play.ts';
import { isOwnFile } from './journal.ts';
import { mayStillWrite } from './journal_writer.ts';
import { type KeptFile, parseKeptPlays, type ReadPlay } from './kept_plays.ts';
import { silentSinceEarlier, stationOf } from './stations.ts';

const MAX_FILES = 100;
const MAX_FILE_BYTES = 1024 * 1024;
const LOOK_AGAIN_MS = 200_000;
const LEFTOVER_MS = 3_600_000;

/**
 * Reports the plays that earlier processes of this service left open, as `interrupted`, each in its own trace. What
 * cannot be read is left out, with a warning. Never rejects.
 *
 * Files of processes that may still run elsewhere are looked at once more a few minutes later.
 *
 * @param folder where {@link startPlayJournal} of those processes kept them
 */
export async function recoverPlays(folder: string): Promise<void> {
  const left = await recover(folder);
  if (left === 0) return;
  await sleep(LOOK_AGAIN_MS, undefined, { ref: false });
  await recover(folder);
}

async function recover(folder: string): Promise<number> {
  let left = 0;
  let seen = 0;
  try {
    for await (const { name } of await opendir(folder)) {
      if (/\.(?:new|taken)$/.test(name)) await removeIfOld(join(folder, name));
      if (!name.endsWith('.json') || isOwnFile(name)) continue;
      seen += 1;
      if (seen > MAX_FILES) break;
      if (await mayRunStill(join(folder, name))) left += 1;
    }
  } catch (error) {
    // No folder: nothing was ever kept.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      reportTelemetryFailure('looking for plays of earlier processes', error);
    }
  }
  return left;
}

/** What a process that was killed in the middle of writing, or of this, has left. */
async function removeIfOld(path: string): Promise<void> {
  try {
    if (Date.now() - (await stat(path)).mtimeMs > LEFTOVER_MS) await rm(path, { force: true });
  } catch {
    // Somebody else was faster.
  }
}

/** Deals with one file, unless its process may still run. */
async function mayRunStill(path: string): Promise<boolean> {
  try {
    const found: Stats = await stat(path);
    if (found.size > MAX_FILE_BYTES) throw new RangeError('too large');
    const kept = parseKeptPlays(await readFile(path, 'utf8'));
    if (mayStillWrite(kept.writer, kept.updatedMs)) return true;
    // Of several processes that start at once one gets to rename it, and that one reports.
    await rename(path, `${path}.taken`);
    await rm(`${path}.taken`, { force: true });
    for (const play of kept.plays) report(play, kept);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    reportTelemetryFailure('reading the plays of an earlier process', error);
    await rm(path, { force: true }).catch(() => {});
  }
  return false;
}

function report(play: ReadPlay, { updatedMs }: KeptFile): void {
  const { traceId, spanId, traceFlags, beganMs, described } = play;
  const earlier: SpanContext = { traceId, spanId, traceFlags, isRemote: true };
  const name = described['media.play.station'];
  const station = stationOf(name === 'none' ? null : name);
  const endedMs = Math.max(beganMs, updatedMs);
  const seconds = (endedMs - beganMs) / 1000;
  const expected = described['media.play.expected_duration'];
  const ended = {
    ...described,
    'media.play.outcome': 'interrupted',
    'media.play.end_reason': 'interrupted',
    'media.play.recovered': true,
    'media.play.duration': seconds,
    'media.play.completion': expected === undefined ? undefined : seconds / expected,
  };
  const counted = { 'media.play.station': station.label, 'media.play.outcome': 'interrupted' };
  addCount(plays, 1, { ...counted, 'media.play.has_errors': false });
  record(playDuration, seconds, counted);
  emitEvent(playEnded, 'WARN', 'play ended: interrupted, found at the next start', ended, contextOf(earlier));
  recordSpan(playSpan, { ...ended, 'media.operation': 'play' }, earlier, beganMs, endedMs);
  silentSinceEarlier(station, endedMs - performance.timeOrigin);
}
