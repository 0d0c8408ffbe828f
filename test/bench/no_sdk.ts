import { trace } from '@opentelemetry/api';
import { download } from '../../src/media/download/download.ts';
import type { Comparison } from './comparison.ts';
import { DOWNLOAD, work } from './download_work.ts';

/** A download where no SDK is registered, beside five spans of the API that record nothing. */
export function noSdk(): Comparison {
  const tracer = trace.getTracer('otel-media-bench');
  return {
    name: 'download, no SDK (5 no-op spans)',
    bound: 1,
    helper: () => download(DOWNLOAD, work),
    baseline: async () => {
      for (let count = 0; count < 5; count += 1) tracer.startSpan('download').end();
      return work();
    },
  };
}
