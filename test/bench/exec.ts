import { spawn } from 'node:child_process';
import { context, propagation, SpanStatusCode, trace } from '@opentelemetry/api';
import { exec } from '../../src/media/exec/exec.ts';
import { execDuration } from '../../src/registry/exec.ts';
import type { Comparison } from './comparison.ts';
import { handTools } from './plain_sdk.ts';

const PROGRAM = 'true';
// A process takes a millisecond to start: fewer of them tell as much.
const OPERATIONS_PER_ROUND = 20;

/** A program that is run, beside the same span, metric and trace context around `spawn` by hand. */
export function execComparison(): Comparison {
  return {
    name: 'exec of a program',
    bound: 1.3,
    operationsPerRound: OPERATIONS_PER_ROUND,
    helper: () => exec(PROGRAM),
    baseline: execByHand(),
  };
}

function execByHand(): () => Promise<void> {
  const { tracer, meter } = handTools();
  const duration = meter.createHistogram(execDuration.name, {
    advice: { explicitBucketBoundaries: [...execDuration.buckets] },
  });
  return async () => {
    const started = performance.now();
    const parent = context.active();
    const span = tracer.startSpan(`media.exec ${PROGRAM}`, {
      attributes: { 'process.executable.name': PROGRAM, 'media.exec.argument_count': 0 },
    });
    const carrier: Record<string, string> = {};
    propagation.inject(trace.setSpan(parent, span), carrier);
    const child = spawn(PROGRAM, [], { env: { ...process.env, TRACEPARENT: carrier.traceparent } });
    const kept: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => kept.push(chunk));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    const ended = { 'process.pid': child.pid ?? 0, 'process.exit.code': code ?? -1 };
    duration.record((performance.now() - started) / 1000, {
      'process.executable.name': PROGRAM,
      'media.exec.outcome': 'success',
    });
    if (code !== 0) span.setStatus({ code: SpanStatusCode.ERROR });
    span.setAttributes({ ...ended, 'media.exec.outcome': 'success' });
    span.end();
  };
}
