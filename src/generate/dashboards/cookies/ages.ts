import { cookiesAge, cookiesAuthAge, cookiesExpiry } from '../../../registry/cookies.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import type { Line } from '../layout.ts';
import { GOOD, steps, WARN } from '../panels/colours.ts';
import { linePanel } from '../panels/simple_panels.ts';
import { expiryColours, LEGEND, perFile, QUIET } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

/** How old each file and its login are, and how long it lasts. */
export function ages(): Line[] {
  const old = steps(GOOD, { from: thresholds.cookiesStaleSeconds, color: WARN });
  const size = { width: 8, height: 8, whenEmpty: QUIET };
  return [
    { heading: 'Age and expiry', id: ROWS.age },
    [
      linePanel(cookiesExpiry, {
        ...size,
        id: ID.expiry,
        title: 'Time until the first login cookie expires',
        about: 'The dashed lines are where the alert fires, and zero: from there on it has expired.',
        colours: expiryColours(),
        curves: [[perFile('min', cookiesExpiry), LEGEND]],
      }),
      linePanel(cookiesAuthAge, {
        ...size,
        id: ID.loginAge,
        title: 'Age of each login',
        about: 'It falls to zero when cookies are exported anew, and at nothing else.',
        min: 0,
        colours: old,
        curves: [[perFile('max', cookiesAuthAge), LEGEND]],
      }),
      linePanel(cookiesAge, {
        ...size,
        id: ID.fileAge,
        title: 'Age of each file',
        about: 'yt-dlp rewrites the file at each run: young does not mean valid.',
        min: 0,
        colours: old,
        curves: [[perFile('max', cookiesAge), LEGEND]],
      }),
    ],
  ];
}
