import { MASK } from '../mask.ts';
import { type Detector, QUOTE } from './detector.ts';

const SPACE = '\\s{0,20}';
const byte = (digits: string) => `${QUOTE}?${digits}${QUOTE}?:[ ]?[0-9]{1,3}`;
const named = (name: string) => `${QUOTE}?${name}${QUOTE}?${SPACE}:${SPACE}`;
const TYPE = `${named('type')}${QUOTE}Buffer${QUOTE}`;
const DATA = `${named('data')}\\[${SPACE}`;
const NUMBERS = '[0-9][0-9,\\s]*';
const DIGITS = '[0-9a-f][0-9a-f ]*';

/** Bytes as JSON and Node write them in texts. Nobody can look through them, and nobody reads them: they go as a whole. */
export const writtenBytesDetectors: readonly Detector[] = [
  {
    // `{"type":"Buffer","data":[112,97]}`, also with its fields sorted.
    name: 'buffer_in_json',
    family: 'credential',
    source: `(${TYPE}${SPACE},${SPACE}${DATA})${NUMBERS}|(${DATA})${NUMBERS}(\\]${SPACE},${SPACE}${TYPE})`,
    replacement: `$1$2${MASK}$3`,
    needs: ['buffer'],
  },
  {
    // `<Buffer 70 61>`, `Uint8Array(2) [ 112, 97 ]`, `[Uint8Contents]: <70 61>`
    name: 'buffer_as_shown',
    family: 'credential',
    source: `(<buffer[ ])${DIGITS}|(u?int8(?:clamped)?array\\([0-9]{1,9}\\)[ ]\\[${SPACE})${NUMBERS}|(\\[uint8contents\\]:[ ]<)${DIGITS}`,
    replacement: `$1$2$3${MASK}`,
    needs: ['<buffer ', 'int8array(', 'int8clampedarray(', '[uint8contents]'],
  },
  {
    // `{"0":112,"1":97,…}`, as JSON makes of an array of bytes.
    name: 'bytes_by_index',
    family: 'credential',
    source: `(\\{${SPACE})${byte('0')}(?:,${SPACE}${byte('[0-9]{1,6}')}){7,}`,
    replacement: `$1${MASK}`,
    needs: ['0:', '0"', "0'", '0\\'],
  },
];
