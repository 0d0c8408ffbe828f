import { cookiesAcceptedAndRejected } from '../cookies/site.ts';
import { cookiesTimeline } from '../cookies/state.ts';
import type { Line } from '../layout.ts';
import { chosen } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

/** Whether cookies are good, in short; the dashboard "Cookies" has the rest. */
export function cookies(): Line[] {
  return [
    { heading: 'Cookies', id: ROWS.cookies },
    [
      cookiesTimeline(ID.cookiesTimeline, chosen.filtered),
      cookiesAcceptedAndRejected(ID.cookiesResults, chosen.around),
    ],
  ];
}
