import { MASK } from '../mask.ts';
import { ASSIGNED, type Detector, IS, PART, QUOTE } from './detector.ts';
import { BARE, bareThat, masked, maskedBare, QUOTED } from './values.ts';

const SCHEME = '(?:basic|digest|oauth|sapisid(?:[13]p)?hash)';

// A word of a sentence has neither a digit nor an equals sign behind it.
const oddWord = (letters: string) =>
  `(?:[${letters}]{0,7}\\d[a-z0-9._~+/-]{7,}=*|[${letters}]{6}(?:[${letters}]?={1,2}|[${letters}]{2,54}(?:\\d[a-z0-9._~+/-]*=*|={1,2})))`;

// Where a token may begin that may have dashes in it: behind a few words, and only there. Were each dash a beginning, the
// rest would be read as often.
const behindWords = (ahead: string): string =>
  `((?:^|[^\\w-]|\\\\[nrt])${ahead}(?:[A-Za-z0-9]{1,24}[_-]){0,3})`;

// All letters up to the dot that a token has, and as many as it has behind that: one reading tells that there is none,
// before each of the words is tried as where it begins.
const OF_TOKEN = '[A-Za-z0-9_-]';
const DOTS_AHEAD = `(?=${OF_TOKEN}*?\\.${OF_TOKEN.repeat(10)}${OF_TOKEN}*?\\.)`;
const jwt = (ahead: string): string =>
  `${behindWords(ahead)}eyJ${OF_TOKEN}{10,}\\.${OF_TOKEN}{10,}(?:\\.${OF_TOKEN}*){1,3}`;

// Options of yt-dlp are lists, once they are read: `'po_token': ['web+TOKEN']`.
const ONE_OR_LIST = '(?:(\\[\\s{0,20})[^\\]\\s*][^\\]]*|[^\\s"\'*;&=>\\\\[][^\\s"\';&\\\\]*)';

/** Tokens: those that YouTube gives to a browser, and those that stand for somebody anywhere. */
export const tokenDetectors: readonly Detector[] = [
  {
    name: 'po_token',
    family: 'token',
    // `po_token=web.gvs+TOKEN`, more than one of them with commas.
    source: `((?:po_?|\\bpo[ ])token(?:[ ]for(?:[ ][a-z_]{1,20}){1,3})?${IS})${ONE_OR_LIST}`,
    replacement: `$1$2${MASK}`,
    needs: ['po_token', 'potoken', 'po token'],
  },
  {
    name: 'visitor_data',
    family: 'token',
    source: `((?:visitor_?(?:data|id)|data_?sync_?id|content_?binding)${IS})${ONE_OR_LIST}`,
    replacement: `$1$2${MASK}`,
    needs: ['visitor', 'sync', 'binding'],
  },
  {
    name: 'visitor_data_value',
    family: 'token',
    caseMatters: true,
    // The beginning of every such message, and its end as base64 in a URL.
    source: `${behindWords('')}Cg[ts][A-Za-z0-9_-]{11,}(?:%3D|=)(?:%3D|=)?`,
    replacement: `$1${MASK}`,
    needs: ['cgt', 'cgs'],
  },
  {
    name: 'bearer',
    family: 'token',
    // A short one has a digit among its letters, as few words have.
    source: `(bearer(?:[ ]+|%20|\\+))(?:[a-z0-9._~+/%-]{16,}=*|${oddWord('a-z._~+/%-')})`,
    replacement: `$1${MASK}`,
    needs: ['bearer'],
  },
  {
    name: 'authorization_value',
    family: 'token',
    // In a form, where a plus is a space, the value has none that is not encoded.
    source: `${PART}(?:(${SCHEME}(?:[ ]{1,16}|%20)|oauth:)${oddWord('a-z._~+/-')}|(${SCHEME}\\+)${oddWord('a-z._~/-')})`,
    replacement: `$1$2${MASK}`,
    needs: ['basic', 'digest', 'oauth', 'sapisid'],
  },
  {
    name: 'jwt',
    family: 'token',
    caseMatters: true,
    source: jwt(''),
    inProcess: jwt(DOTS_AHEAD),
    replacement: `$1${MASK}`,
    needs: ['eyj'],
  },
  {
    name: 'quoted_token',
    family: 'token',
    source: `(token${ASSIGNED})${QUOTED}`,
    replacement: masked(1),
    needs: ['token'],
  },
  {
    name: 'named_token',
    family: 'token',
    source: `(token(?:${QUOTE}?[ ]?=>[ ]?|[ \\t]{0,20}=[ \\t]{0,20}|%3d))${BARE}`,
    replacement: maskedBare(1),
    needs: ['token'],
  },
  {
    name: 'told_token',
    family: 'token',
    // After `: ` a word of the message may follow, so there it takes a digit.
    source: `(token:[ \\t]{0,20})${bareThat('[a-z_.+/-]{0,40}\\d')}`,
    replacement: maskedBare(1),
    needs: ['token:'],
  },
];
