import {
  cookiesAcceptedAge,
  cookiesAuthAge,
  cookiesExpiry,
  cookiesRejectedAge,
  cookiesResults,
  cookiesStatus,
} from '../../../registry/cookies.ts';
import { select } from '../../../registry/selection.ts';
import type { Line } from '../layout.ts';
import { BAD, noneIsGood } from '../panels/colours.ts';
import { numberPanel } from '../panels/simple_panels.ts';
import { totalPanel } from '../panels/totals.ts';
import { chosen, expiryColours, filesIn, perFileNow, staleColours, UNUSABLE } from './measures.ts';
import { PANELS as ID } from './panel_ids.ts';

/** The numbers that matter, on top. */
export function numbers(): Line {
  const rejected = select(cookiesResults, { 'media.cookies.result': ['rejected'] });
  return [
    numberPanel(cookiesStatus, {
      id: ID.unusable,
      title: 'Files that do not work',
      about:
        'Of the newest state known of each file: rejected, expired, without a login, empty or not to be read.',
      unit: 'short',
      width: 4,
      colours: noneIsGood(BAD),
      query: filesIn(UNUSABLE),
    }),
    numberPanel(cookiesStatus, {
      id: ID.stale,
      title: 'Stale files',
      about: 'Old, but perhaps still good.',
      unit: 'short',
      width: 3,
      colours: noneIsGood(),
      query: filesIn(['stale']),
    }),
    numberPanel(cookiesExpiry, {
      id: ID.firstExpiry,
      title: 'First login expires in',
      width: 4,
      whenEmpty: 'none known',
      colours: expiryColours(),
      query: `min(${perFileNow('min', cookiesExpiry)})`,
    }),
    numberPanel(cookiesAuthAge, {
      id: ID.oldestLogin,
      title: 'Oldest login exported',
      about: 'Ago.',
      width: 4,
      whenEmpty: 'none known',
      colours: staleColours(),
      query: `max(${perFileNow('max', cookiesAuthAge)})`,
    }),
    numberPanel(cookiesAcceptedAge, {
      id: ID.lastAccepted,
      title: 'Last accepted',
      about: 'Ago, of any file.',
      width: 3,
      whenEmpty: 'not yet',
      query: `min(${perFileNow('min', cookiesAcceptedAge)})`,
    }),
    numberPanel(cookiesRejectedAge, {
      id: ID.lastRejected,
      title: 'Last rejected',
      about: 'Ago, of any file.',
      width: 3,
      whenEmpty: 'not yet',
      query: `min(${perFileNow('min', cookiesRejectedAge)})`,
    }),
    totalPanel(chosen, rejected, {
      id: ID.rejections,
      title: 'Rejections',
      about: 'Those that were turned down, in the time shown.',
      width: 3,
      colours: noneIsGood(BAD),
    }),
  ];
}
