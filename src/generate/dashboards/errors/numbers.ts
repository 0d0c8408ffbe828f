import { errorReported, errorResolved, errors } from '../../../registry/error.ts';
import { select } from '../../../registry/selection.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import type { Line } from '../layout.ts';
import { BAD, GOOD, noneIsGood, steps, WARN } from '../panels/colours.ts';
import { logNumber } from '../panels/log_panels.ts';
import { numberPanel } from '../panels/simple_panels.ts';
import { totalPanel } from '../panels/totals.ts';
import { countBy } from '../queries/log_numbers.ts';
import { chosen, FINGERPRINT, OPEN, REPORTED, RESOLVED, unknownShare } from './measures.ts';
import { PANELS as ID } from './panel_ids.ts';

const WIDTH = 4;

/** The numbers that matter, on top. */
export function numbers(): Line {
  return [
    counted(ID.errors, 'Errors', 'Of all severities, in the time shown.'),
    counted(ID.critical, 'Critical', 'In the time shown.', BAD, ['critical']),
    logNumber(errorReported, {
      id: ID.unresolved,
      title: 'Unresolved',
      about:
        'Errors of different fingerprints that were not resolved after they happened last, in the time shown.',
      whenEmpty: '0',
      width: WIDTH,
      colours: noneIsGood(),
      query: `count(${OPEN}) or vector(0)`,
    }),
    logNumber(errorResolved, {
      id: ID.resolved,
      title: 'Resolved',
      about: 'In the time shown.',
      whenEmpty: '0',
      width: WIDTH,
      query: `${countBy([], RESOLVED)} or vector(0)`,
    }),
    numberPanel(errors, {
      id: ID.unknownShare,
      title: 'Unknown',
      about: 'Share of errors that nobody recognised. The more it is, the less the other panels tell.',
      unit: 'percentunit',
      whenEmpty: 'no errors',
      width: WIDTH,
      decimals: 1,
      colours: unknownColours(),
      query: unknownShare(chosen.inRange),
    }),
    logNumber(errorReported, {
      id: ID.kinds,
      title: 'Different errors',
      about: 'By their fingerprints, in the time shown.',
      whenEmpty: '0',
      width: WIDTH,
      query: `count(${countBy([FINGERPRINT], REPORTED)}) or vector(0)`,
    }),
  ];
}

/** Red from the share of unknown errors on that is too many. */
export function unknownColours() {
  return steps(
    GOOD,
    { from: thresholds.downloadUnknownRatio / 2, color: WARN },
    { from: thresholds.downloadUnknownRatio, color: BAD },
  );
}

function counted(id: number, title: string, about: string, color = WARN, severity?: readonly string[]) {
  const selection = select(errors, severity && { 'media.error.severity': severity });
  return totalPanel(chosen, selection, { id, title, about, width: WIDTH, colours: noneIsGood(color) });
}
