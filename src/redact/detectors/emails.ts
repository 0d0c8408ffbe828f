import { MASK } from '../mask.ts';
import type { Detector } from './detector.ts';

// One of many units that systemd makes of a template: `modprobe@drm.service`; what every source of a radio is called, and
// whoever fetches a repository.
export const UNITS: readonly string[] = 'service socket target timer mount device slice scope path'.split(
  ' ',
);
const UNIT = new RegExp(`@[\\w.-]{1,60}\\.(?:${UNITS.join('|')})$|(?:^|[^\\w.+-])(?:source|git)@`);

/** Addresses of e-mail. */
export const emailDetectors: readonly Detector[] = [
  {
    name: 'email',
    family: 'email',
    source:
      '(^|[^a-z0-9._%+-])[a-z0-9._%+-]{1,64}(?:@|%40)[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,6}\\.[a-z]{2,24}\\b',
    replacement: `$1${MASK}`,
    // ffmpeg asks to write to its mailing list.
    replace: (found, before = '') =>
      found.slice(before.length) === 'ffmpeg-devel@ffmpeg.org' || UNIT.test(found) ? found : before + MASK,
    needs: ['@', '%40'],
  },
];
