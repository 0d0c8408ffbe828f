import { MASK } from '../mask.ts';
import { type Detector, IS, QUOTE, WORD } from './detector.ts';

const SCHEME = '(?:basic|digest|oauth|sapisid(?:[13]p)?hash)';

// A word of a sentence has neither a digit nor an equals sign behind it.
const oddWord = (letters: string) =>
  `(?:[${letters}]{0,7}\\d[a-z0-9._~+/-]{7,}=*|[${letters}]{6}(?:[${letters}]?={1,2}|[${letters}]{2,54}(?:\\d[a-z0-9._~+/-]*=*|={1,2})))`;

/** Tokens: those that YouTube gives to a browser, and those that stand for somebody anywhere. */
export const tokenDetectors: readonly Detector[] = [
  {
    name: 'po_token',
    family: 'token',
    // `po_token=web.gvs+TOKEN`, more than one of them with commas.
    source: `${WORD}(po_?token${IS})[^\\s"'*;&=>\\\\][^\\s"';&\\\\]*`,
    replacement: `$1${MASK}`,
    needs: ['po_token', 'potoken'],
  },
  {
    name: 'visitor_data',
    family: 'token',
    source: `${WORD}((?:visitor_?(?:data|id)|data_?sync_?id)${IS})[^\\s"'*;&=>\\\\][^\\s"';&\\\\]*`,
    replacement: `$1${MASK}`,
    needs: ['visitor', 'sync'],
  },
  {
    name: 'visitor_data_value',
    family: 'token',
    caseMatters: true,
    // The beginning of every such message, and its end as base64 in a URL.
    source: '\\bCg[ts][A-Za-z0-9_-]{11,}(?:%3D|=)(?:%3D|=)?',
    replacement: MASK,
    needs: ['cgt', 'cgs'],
  },
  {
    name: 'bearer',
    family: 'token',
    source: `${WORD}(bearer(?:[ ]+|%20|\\+))[a-z0-9._~+/%-]{16,}=*`,
    replacement: `$1${MASK}`,
    needs: ['bearer'],
  },
  {
    name: 'authorization_value',
    family: 'token',
    // In a form, where a plus is a space, the value has none that is not encoded.
    source: `${WORD}(?:(${SCHEME}(?:[ ]{1,16}|%20))${oddWord('a-z._~+/-')}|(${SCHEME}\\+)${oddWord('a-z._~/-')})`,
    replacement: `$1$2${MASK}`,
    needs: ['basic', 'digest', 'oauth', 'sapisid'],
  },
  {
    name: 'jwt',
    family: 'token',
    caseMatters: true,
    source: `${WORD}eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}(?:\\.[A-Za-z0-9_-]*){1,3}`,
    replacement: MASK,
    needs: ['eyj'],
  },
  {
    name: 'named_token',
    family: 'token',
    source: `(token(?:${QUOTE}[ ]?[:,][ ]?${QUOTE}|:[ ]?${QUOTE}|${QUOTE}?[ ]?=>[ ]?${QUOTE}?|[ ]?=[ ]?${QUOTE}?|%3d))[^\\s"'*;&,\\\\][^\\s"';&,\\\\]*`,
    replacement: `$1${MASK}`,
    needs: ['token'],
  },
  {
    name: 'told_token',
    family: 'token',
    // After `: ` a word of the message may follow, so there it takes a digit.
    source: `(token:[ ]?)[a-z_.+/-]{0,40}\\d[^\\s"';,\\\\]*`,
    replacement: `$1${MASK}`,
    needs: ['token:'],
  },
];
