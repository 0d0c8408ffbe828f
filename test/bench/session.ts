import { randomUUID } from 'node:crypto';
import { context, SeverityNumber, trace } from '@opentelemetry/api';
import { download } from '../../src/media/download/download.ts';
import { session } from '../../src/media/session/session.ts';
import {
  sessionActive,
  sessionDuration,
  sessionFilesDownloaded,
  sessionLinksSubmitted,
  sessions,
} from '../../src/registry/session.ts';
import type { Comparison } from './comparison.ts';
import { downloadByHand } from './download_by_hand.ts';
import { DOWNLOAD, work } from './download_work.ts';
import { handTools } from './plain_sdk.ts';

/** A session with one download in it, beside the same signals made by hand. */
export function sessionComparison(): Comparison {
  const byHand = sessionByHand();
  return {
    name: 'session with one download',
    bound: 1.3,
    helper: () => session({ links: 1 }, () => download(DOWNLOAD, work)),
    baseline: byHand,
  };
}

function sessionByHand(): () => Promise<void> {
  const { tracer, logger, meter } = handTools();
  const oneDownload = downloadByHand();
  const active = meter.createUpDownCounter(sessionActive.name);
  const links = meter.createCounter(sessionLinksSubmitted.name);
  const ended = meter.createCounter(sessions.name);
  const files = meter.createCounter(sessionFilesDownloaded.name);
  const duration = meter.createHistogram(sessionDuration.name, {
    advice: { explicitBucketBoundaries: [...sessionDuration.buckets] },
  });

  return async () => {
    const started = performance.now();
    const parent = context.active();
    const id = randomUUID();
    const described = { 'session.id': id, 'media.session.link_count': 1 };
    const span = tracer.startSpan(
      'media.session',
      { attributes: { ...described, 'media.operation': 'session' } },
      parent,
    );
    const inside = trace.setSpan(parent, span);
    active.add(1, {});
    links.add(1, {});
    logger.emit({
      eventName: 'media.session.started',
      severityNumber: SeverityNumber.INFO,
      severityText: 'INFO',
      body: 'session started',
      attributes: described,
      context: inside,
    });
    await context.with(inside, () => oneDownload(work, id));
    const seconds = (performance.now() - started) / 1000;
    const result = {
      'media.session.outcome': 'success',
      'media.session.file_count': 0,
      'media.session.error_count': 0,
      'media.session.has_errors': false,
    };
    active.add(-1, {});
    ended.add(1, { 'media.session.outcome': 'success' });
    files.add(0, {});
    duration.record(seconds, { 'media.session.outcome': 'success' });
    logger.emit({
      eventName: 'media.session.ended',
      severityNumber: SeverityNumber.INFO,
      severityText: 'INFO',
      body: 'session ended: success',
      attributes: { ...described, ...result, 'media.session.duration': seconds },
      context: inside,
    });
    span.setAttributes(result);
    span.end();
  };
}
