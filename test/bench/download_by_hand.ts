import { context, SeverityNumber, type Span, trace } from '@opentelemetry/api';
import { downloadActive, downloadAttemptDuration, downloadAttempts } from '../../src/registry/download.ts';
import { DOWNLOAD } from './download_work.ts';
import { handTools } from './plain_sdk.ts';

/** What one would write, with OpenTelemetry alone, to get the signals that `download` makes of a success. */
export function downloadByHand(): (work: () => Promise<void>, sessionId?: string) => Promise<void> {
  const { tracer, logger, meter } = handTools();
  const active = meter.createUpDownCounter(downloadActive.name);
  const attempts = meter.createCounter(downloadAttempts.name);
  const duration = meter.createHistogram(downloadAttemptDuration.name, {
    advice: { explicitBucketBoundaries: [...downloadAttemptDuration.buckets] },
  });

  return async (work, sessionId) => {
    const started = performance.now();
    const parent = context.active();
    const described = {
      'media.video.id': DOWNLOAD.id,
      'media.video.hash': DOWNLOAD.id,
      'server.address': DOWNLOAD.url.hostname,
      'session.id': sessionId,
      'media.download.client': DOWNLOAD.client,
      'media.download.proxy_used': DOWNLOAD.proxy,
      'media.download.cookies_used': DOWNLOAD.cookies,
    };
    const span: Span = tracer.startSpan(
      'media.download.attempt',
      { attributes: { ...described, 'media.operation': 'download' } },
      parent,
    );
    const inside = trace.setSpan(parent, span);
    active.add(1, {});
    logger.emit({
      eventName: 'media.download.attempt.started',
      severityNumber: SeverityNumber.INFO,
      severityText: 'INFO',
      body: 'download attempt started',
      attributes: described,
      context: inside,
    });
    await context.with(inside, work);
    const seconds = (performance.now() - started) / 1000;
    const compared = {
      'media.download.outcome': 'success',
      'media.download.client': DOWNLOAD.client,
      'media.download.proxy_used': DOWNLOAD.proxy,
      'media.download.cookies_used': DOWNLOAD.cookies,
    };
    active.add(-1, {});
    duration.record(seconds, compared);
    attempts.add(1, compared);
    logger.emit({
      eventName: 'media.download.attempt.ended',
      severityNumber: SeverityNumber.INFO,
      severityText: 'INFO',
      body: 'download attempt ended: success',
      attributes: { ...described, ...compared, 'media.download.duration': seconds },
      context: inside,
    });
    span.setAttributes(compared);
    span.end();
  };
}
