import { MASK } from '../mask.ts';
import { anySecretName } from '../secret_name_rules.ts';
import { type Detector, QUOTE, SPACE } from './detector.ts';
import { groups, QUOTED } from './values.ts';

const SECRET_NAMES = anySecretName();

const named = (names: string) => `${QUOTE}?(?:${names})${QUOTE}?${SPACE}[:=]${SPACE}`;
// In HTML other attributes may stand between them.
const BETWEEN = `(?:${SPACE},${SPACE}|[ ](?:[a-z-]{1,20}="[^"<>]{0,40}"[ ]){0,3})`;
const NAME = `\\b${named('key|name|header|field|attribute')}${QUOTE}(?:${SECRET_NAMES})${QUOTE}${BETWEEN}`;
const TYPE = `\\{${SPACE}${named('(?:string|int|double|bool|bytes|array|kvlist)_?value')}`;

/** A name of a secret and its value as the two fields of a pair. */
export const namedPairDetectors: readonly Detector[] = [
  {
    // `{"name":"x-api-key","value":"…"}`, and as OTLP has it: `{"key":"password","value":{"stringValue":"…"}}`. Of a
    // list of lists, what is behind the first of them is not reached.
    name: 'named_pair',
    family: 'credential',
    source: `(${NAME}${named('value|content|args')}(?:${TYPE})?(?:\\{${SPACE}${named('values')})?)(?:${QUOTED}|(\\[${SPACE})[^\\s\\]*][^\\]]*|[^\\s"'*{[\\\\,}\\]][^\\s"'\\\\,}\\]]*)`,
    replacement: groups(8) + MASK,
    needs: ['value', 'content', 'args'],
  },
  {
    // A part of a form with files, up to the end of its line, and an element of XML that has its name as an attribute.
    name: 'named_part',
    family: 'credential',
    source: `(\\b(?:name|key|id)=${QUOTE}(?:${SECRET_NAMES})${QUOTE})(?:([^<>\\r\\n"'\\\\]{0,60}>)[^\\s<*][^\\r\\n<]*|((?:\\r?\\n|(?:\\\\r)?\\\\n){2})(?:[^\\s*\\\\]|\\\\+[^\\snr\\\\])(?:[^\\r\\n\\\\]|\\\\+[^\\r\\nnr\\\\])*)`,
    replacement: `$1$2$3${MASK}`,
    needs: ['name=', 'key=', 'id='],
  },
];
