import { TextBoxVariableBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import { stageName, stages } from '../../../registry/stage.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { sessionId } from '../../../registry/upstream.ts';
import { narrowedBy } from '../choices.ts';
import { goodFrom } from '../panels/colours.ts';
import { successOf } from '../queries/shares.ts';

export const STAGE = labelName(stageName.name);
export const QUIET = 'No stages in this time';

/** The variables of the dashboard "Media processing". */
export const chosen = narrowedBy({ variable: 'stage', title: 'Stage', attribute: stageName });

const SESSION = 'session';

/** The variable in which one session can be asked for, by its id or the beginning of it. */
export const sessionVariable = () => new TextBoxVariableBuilder(SESSION).label('Session').defaultValue('');

/** Condition on log lines: they are of the session that is asked for; all are where none is. */
export const OF_SESSION = ` | ${labelName(sessionId.name)}=~"$${SESSION}.*"`;

/** Stages that failed, and those that count: what was cut short says nothing about the processing. */
export const failed = select(stages, { 'media.stage.outcome': ['failure'] });
export const decided = select(stages, { 'media.stage.outcome': ['success', 'failure'] });

/** Share of stages that succeeded, by some labels, over the window that `over` counts in. */
export const successBy = successOf(failed, decided);

/** Red below the share from which on so many fail that health calls it degraded. */
export function successColours() {
  return goodFrom(1 - thresholds.processingErrorRatio);
}
