import { MASK } from '../mask.ts';
import { anySecretName } from '../names/secret_name_rules.ts';
import { type Detector, QUOTE, SPACE } from './detector.ts';
import { groups, masked, QUOTED, VALUE } from './values.ts';

/** Names of secrets, as they stand in the expressions below. */
export const SECRET_NAMES = anySecretName();

const named = (names: string) => `${QUOTE}?(?:${names})${QUOTE}?${SPACE}[:=]${SPACE}`;
// In HTML other attributes may stand between them.
const BETWEEN = `(?:${SPACE},${SPACE}|[ ](?:[a-z-]{1,20}="[^"<>]{0,40}"[ ]){0,3})`;
const NAME = `\\b${named('key|name|header|field|attribute')}${QUOTE}(?:${SECRET_NAMES})${QUOTE}${BETWEEN}`;
const TYPE = `\\{${SPACE}${named('(?:string|int|double|bool|bytes|array|kvlist)_?value')}`;

// The end of a line, also in JSON.
const NEXT_LINE = '(?:\\r?\\n|(?:\\\\{1,3}r)?\\\\{1,3}n)[ \\t]{1,20}';

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
    // `- name: DB_PASSWORD` and, in the next line, `value: …`, as YAML has variables.
    name: 'named_lines',
    family: 'credential',
    source: `(\\b(?:name|key):[ ]{1,2}(?:${SECRET_NAMES})${NEXT_LINE}value:[ ]{1,2})${VALUE}`,
    replacement: masked(1),
    needs: ['value: '],
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
