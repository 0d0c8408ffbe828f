import { observeGauge } from '../../emit/observed_metrics.ts';
import { threshold } from '../../emit/thresholds.ts';
import type { AttributesOf, MetricDefinition } from '../../registry/define.ts';
import {
  JOB_PRIORITIES,
  JOB_STATES,
  jobQueueCapacity,
  jobQueueSize,
  jobQueueWaiting,
  jobWorkerBusy,
  jobWorkerCapacity,
} from '../../registry/job.ts';
import { current, type Figures, queues, refreshAll } from './asked_queues.ts';
import type { JobPriority } from './kind.ts';
import { beginSeries } from './signals.ts';

let observing = false;
/** When the queues have answered that were asked for this export. */
let answered: Promise<unknown> | undefined;

/** Has what the queues answer told, from now on. */
export function observeQueueGauges(): void {
  if (observing) return;
  observing = true;
  // The first of the gauges asks; the others tell more of the same answer.
  observeFigures(
    jobQueueSize,
    (report, [queue, { states }]) => {
      for (const state of JOB_STATES) {
        told(states?.[state], (value) => report(value, { ...queue, 'media.job.state': state }));
      }
    },
    () => {
      for (const observed of queues.values()) {
        // At each export, as the SDK may be another by now; it is done once for each.
        for (const kind of observed.kinds) beginSeries(kind);
      }
      answered = refreshAll();
    },
  );
  observeFigures(jobQueueWaiting, (report, [queue, { waiting }]) => {
    for (const [level, priority] of JOB_PRIORITIES.entries()) {
      const count = waiting?.[level as JobPriority];
      told(count, (value) => report(value, { ...queue, 'media.job.priority': priority }));
    }
  });
  observeFigures(jobQueueCapacity, (report, [queue, { capacity }]) => {
    told(capacity ?? threshold('jobQueueCapacity'), (value) => report(value, queue));
  });
  observeFigures(jobWorkerCapacity, (report, [queue, { workers }]) => {
    told(workers?.capacity ?? threshold('jobWorkerCapacity'), (value) => report(value, queue));
  });
  observeFigures(jobWorkerBusy, (report, [queue, { workers, states }]) => {
    told(workers?.busy ?? states?.running, (value) => report(value, queue));
    const name = queue['messaging.destination.name'];
    if (queues.get(name)?.read === undefined) queues.delete(name);
  });
}

function observeFigures<const M extends MetricDefinition & { readonly instrument: 'gauge' }>(
  definition: M,
  tell: (report: (value: number, attributes: AttributesOf<M>) => void, figures: Figures) => void,
  before: () => void = () => {},
): void {
  observeGauge(definition, (report) => {
    before();
    const all = () => {
      for (const figures of current()) tell(report, figures);
    };
    return answered === undefined ? all() : answered.then(all);
  });
}

function told(value: unknown, report: (value: number) => void): void {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) report(value);
}
