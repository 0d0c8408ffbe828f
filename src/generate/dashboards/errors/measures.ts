import { sumBy } from '../../../alerts/promql.ts';
import {
  errorCategory,
  errorComponent,
  errorFingerprint,
  errorReported,
  errorResolved,
  errorSeverity,
  errors,
} from '../../../registry/error.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { type Selection, select } from '../../../registry/selection.ts';
import { errorType } from '../../../registry/upstream.ts';
import { narrowedBy } from '../choices.ts';
import { colourOf } from '../panels/meanings.ts';
import { lastTime, linesOf } from '../queries/log_numbers.ts';
import { shareOf } from '../queries/shares.ts';

export const COMPONENT = labelName(errorComponent.name);
export const SEVERITY = labelName(errorSeverity.name);
export const CATEGORY = labelName(errorCategory.name);
export const TYPE = labelName(errorType.name);
export const FINGERPRINT = labelName(errorFingerprint.name);
export const QUIET = 'No errors in this time';

/** The variables of the dashboard "Errors". */
export const chosen = narrowedBy(
  { variable: 'component', title: 'Component', attribute: errorComponent },
  { variable: 'severity', title: 'Severity', attribute: errorSeverity },
  { variable: 'category', title: 'Category', attribute: errorCategory },
);

/** Conditions on log lines: they are of errors chosen. */
export const CONDITIONS = chosen.ofLines(errorComponent, errorSeverity, errorCategory);

/** The lines of errors chosen. */
export const REPORTED = `${linesOf(errorReported)}${CONDITIONS}`;

/** The lines that say that an error is over. They need not name a component. */
export const RESOLVED = linesOf(errorResolved);

/** When each error that is not resolved happened last, by its fingerprint: one that came again after it was resolved is open. */
export const OPEN = openBy([FINGERPRINT]);

/** The same with more labels, among which the fingerprint must be. */
export function openBy(labels: readonly string[]): string {
  const last = lastTime([FINGERPRINT], REPORTED);
  const over = lastTime([FINGERPRINT], RESOLVED);
  return `(${lastTime(labels, REPORTED)}) unless on (${FINGERPRINT}) ((${over}) >= on (${FINGERPRINT}) (${last}))`;
}

/** Share of errors that nobody recognised, over the window that `over` counts in. */
export function unknownShare(over: (selection: Selection) => string): string {
  const all = sumBy([], over(select(errors)));
  const unknown = sumBy([], over(select(errors, { 'error.type': ['unknown'] })));
  return shareOf(unknown, all);
}

/** The same colour for a severity everywhere. */
export function severityMappings() {
  const options = Object.fromEntries(
    (errorSeverity.members ?? []).map((severity, index) => [
      severity,
      { text: severity, color: colourOf(severity), index },
    ]),
  );
  return [
    { id: 'mappings', value: [{ type: 'value', options }] },
    { id: 'custom.cellOptions', value: { type: 'color-text' } },
  ];
}
