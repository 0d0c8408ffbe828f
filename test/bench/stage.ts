import { context, SeverityNumber, trace } from '@opentelemetry/api';
import type { Stage } from '../../src/media/stage/options.ts';
import { stage } from '../../src/media/stage/stage.ts';
import { stageActive, stageDuration, stageFiles, stageSize, stages } from '../../src/registry/stage.ts';
import type { Comparison } from './comparison.ts';
import { work } from './download_work.ts';
import { handTools } from './plain_sdk.ts';

const DONE = { bytesIn: 5_000_000, bytesOut: 1_000_000, files: 1 };

/** A stage that succeeds, beside the same signals made by hand: without its timer and without the age of the oldest. */
export function stageComparison(): Comparison {
  return {
    name: 'stage',
    bound: 1.3,
    helper: () =>
      stage('compression', (running: Stage) => {
        running.processed(DONE);
        return work();
      }),
    baseline: stageByHand(),
  };
}

function stageByHand(): () => Promise<void> {
  const { tracer, logger, meter } = handTools();
  const active = meter.createUpDownCounter(stageActive.name);
  const ended = meter.createCounter(stages.name);
  const files = meter.createCounter(stageFiles.name);
  const duration = meter.createHistogram(stageDuration.name, {
    advice: { explicitBucketBoundaries: [...stageDuration.buckets] },
  });
  const size = meter.createHistogram(stageSize.name, {
    advice: { explicitBucketBoundaries: [...stageSize.buckets] },
  });

  return async () => {
    const started = performance.now();
    const parent = context.active();
    const described = { 'media.stage.name': 'compression' };
    const span = tracer.startSpan(
      'media.stage compression',
      { attributes: { ...described, 'media.operation': 'stage' } },
      parent,
    );
    const inside = trace.setSpan(parent, span);
    active.add(1, described);
    logger.emit({
      eventName: 'media.stage.started',
      severityNumber: SeverityNumber.INFO,
      severityText: 'INFO',
      body: 'stage compression started',
      attributes: described,
      context: inside,
    });
    await context.with(inside, work);
    const seconds = (performance.now() - started) / 1000;
    const outcome = { ...described, 'media.stage.outcome': 'success' };
    active.add(-1, described);
    duration.record(seconds, outcome);
    ended.add(1, outcome);
    size.record(DONE.bytesIn, { ...described, 'media.stage.direction': 'in' });
    size.record(DONE.bytesOut, { ...described, 'media.stage.direction': 'out' });
    files.add(DONE.files, described);
    const result = {
      'media.stage.outcome': 'success',
      'media.stage.size_in': DONE.bytesIn,
      'media.stage.size_out': DONE.bytesOut,
      'media.stage.file_count': DONE.files,
    };
    logger.emit({
      eventName: 'media.stage.ended',
      severityNumber: SeverityNumber.INFO,
      severityText: 'INFO',
      body: 'stage compression ended: success',
      attributes: { ...described, ...result, 'media.stage.duration': seconds },
      context: inside,
    });
    span.setAttributes(result);
    span.end();
  };
}
