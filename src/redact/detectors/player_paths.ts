import { MASK } from '../mask.ts';
import { nameOtherThan } from '../names/alternatives.ts';
import {
  NO_PASSWORD_BEGINS_WITH,
  NO_PLAYER_PASSWORDS,
  PLAYED_ENDINGS,
  PLAYER_ROUTES,
} from '../urls/player_logins.ts';
import type { Detector } from './detector.ts';

const NOT = '\\s/"\'<>*?&#\\\\';
const PART = `[^${NOT}]{1,200}`;
/**
 * No look-ahead, since the Collector asks this too: what the process leaves would be found there, and told as late.
 * The class stands there for each letter, so it is a short one.
 */
export const PASSWORD = nameOtherThan(NO_PLAYER_PASSWORDS, {
  not: '\\s/',
  beginnings: NO_PASSWORD_BEGINS_WITH,
});
// What a path begins with that no user is called.
const SERVICES = ['hls', 'live', 'dash', 'api', 'media', 'vod', 'out', 'video', 'stream', 'bucket'];
const NUMBER = '[1-9][0-9]{0,9}';
const PLAYED = '\\.(?:ts|m3u8|mkv|mp4|avi|flv)';
const ROUTES = PLAYER_ROUTES.filter((route) => route !== 'timeshift').join('|');

/** User and password as parts of a path, as players of television over the internet have them (Xtream Codes). */
export const playerPathDetectors: readonly Detector[] = [
  {
    // `/live/USER/PASSWORD/1.ts`
    name: 'player_login',
    family: 'credential',
    source: `(/(?:${ROUTES})/)${PART}/(?:${PASSWORD})(/${NUMBER}(?:\\.(?:${PLAYED_ENDINGS}))?(?:$|[\\s"'<>?&#),;\\\\]))`,
    replacement: `$1${MASK}/${MASK}$2`,
    needs: ['/live/', '/movie/', '/series/'],
  },
  {
    name: 'player_login_timeshift',
    family: 'credential',
    source: `(/timeshift/)${PART}/${PART}(/[0-9]{1,6}/[0-9-]{8,10}[:_-][0-9-]{4,8}/${NUMBER})`,
    replacement: `$1${MASK}/${MASK}$2`,
    needs: ['/timeshift/'],
  },
  {
    // `http://host:8080/USER/PASSWORD/1.ts`, where a password has a letter behind a digit, as no part of a stream has.
    // The process reads those without an ending or a port, too, and asks for the words that a service has in its routes.
    name: 'player_login_alone',
    family: 'credential',
    only: 'collector',
    source: `(://[^\\s/"'*]{1,200}:[0-9]{2,5}/)(?:${nameOtherThan(SERVICES, NOT)})/[a-z_.~-]{0,60}[0-9]{1,60}[a-z][^${NOT}]{2,200}(/${NUMBER}${PLAYED})`,
    replacement: `$1${MASK}/${MASK}$2`,
    needs: ['.ts', '.m3u8', '.mkv', '.mp4', '.avi', '.flv'],
  },
];
