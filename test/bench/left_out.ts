import { context } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { download } from '../../src/media/download/download.ts';
import { withoutTelemetry } from '../../src/media/without_telemetry.ts';
import type { Comparison } from './comparison.ts';
import { DOWNLOAD, work } from './download_work.ts';
import { handTools } from './plain_sdk.ts';

/** A download that leaves nothing, beside five spans of OpenTelemetry that leave nothing. */
export function leftOutComparison(): Comparison {
  const { tracer } = handTools();
  return {
    name: 'download without telemetry',
    bound: 1.0,
    helper: () => withoutTelemetry(() => download(DOWNLOAD, work)),
    baseline: () =>
      context.with(suppressTracing(context.active()), async () => {
        for (let count = 0; count < 5; count += 1) tracer.startSpan('download').end();
        return work();
      }),
  };
}
