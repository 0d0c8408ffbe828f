import { threshold } from '../../emit/thresholds.ts';
import { type HealthCheck, type HealthFinding, percent, stateAbove } from '../finding.ts';
import { recentHistory } from '../history.ts';
import { KINDS } from '../minutes.ts';

/** From which error rate on the pipeline is in trouble. */
export interface PipelineCheckOptions {
  /** Share of what ended badly, from 0 to 1, from which it counts as degraded. Default 0.1; critical from 0.5. */
  readonly errorRatio?: number;
  /** Window in minutes. Default 15. */
  readonly windowMinutes?: number;
  /** Says nothing about fewer than this in the window. Default 10. */
  readonly minimum?: number;
}

/** Looks at how downloads, stages, jobs and plays of this process ended lately. Those that were interrupted or cancelled do not count. */
export function pipelineCheck(options: PipelineCheckOptions = {}): HealthCheck {
  const {
    errorRatio = threshold('processingErrorRatio'),
    windowMinutes = threshold('processingErrorWindowMinutes'),
    minimum = threshold('processingErrorMinimum'),
  } = options;
  const history = recentHistory();
  return (): HealthFinding => {
    const { ended } = history.minutes.since(windowMinutes * 60);
    let all = 0;
    let failed = 0;
    for (const kind of KINDS) {
      // A session is the sum of the others.
      if (kind === 'session') continue;
      all += ended[kind].succeeded + ended[kind].failed;
      failed += ended[kind].failed;
    }
    const facts = { ended: all, failed, window_minutes: windowMinutes };
    if (all < minimum) return { status: 'ok', message: 'too little has ended lately to judge by', facts };
    const ratio = failed / all;
    return {
      status: stateAbove(ratio, errorRatio, Math.max(errorRatio, threshold('processingErrorCriticalRatio'))),
      message: `${percent(ratio)} of ${all} failed in the last ${windowMinutes} minutes`,
      facts,
    };
  };
}
