import { observeGauge, observeUpDown } from '../../emit/observed_metrics.ts';
import { STAGES, stageActive, stageAge } from '../../registry/stage.ts';
import { Running } from '../running.ts';

interface ActiveStage {
  readonly name: string;
  readonly startedMs: number;
}

const running = new Running<ActiveStage>(STAGES);
let observing = false;

/** Counts a stage as running, until {@link stageLeft}. */
export function stageEntered(stage: ActiveStage): void {
  running.add(stage.name, stage);
  if (observing) return;
  observing = true;
  observeUpDown(stageActive, (report) => {
    for (const [name, count] of running.counts()) report(count, { 'media.stage.name': name });
  });
  observeGauge(stageAge, (report) => {
    for (const [name, seconds] of running.oldestSeconds()) report(seconds, { 'media.stage.name': name });
  });
}

/** A stage runs no longer. */
export function stageLeft(stage: ActiveStage): void {
  running.remove(stage.name, stage);
}
