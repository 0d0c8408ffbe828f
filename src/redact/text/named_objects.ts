import type { Step } from '../detectors/compiled.ts';
import { MASK } from '../mask.ts';
import { namesInTexts } from '../names/secret_name_rules.ts';

// `"cookies": { … }`, `auth: [ … ]`: in JSON, and as Node shows objects. Values that are texts are found by detectors.
// In prose a word in brackets may follow a colon: so a name stands in quotes, or where a field begins.
const NAMES = `(?:(?:set-?)?cookies?|(?:proxy-?)?authorization|auth|credentials?|creds|(?:${[namesInTexts('password'), namesInTexts('key')].join('|')})s?|(?:access|auth|session|refresh)_?tokens?)`;
const NAMED = new RegExp(
  `(?:["']${NAMES}["']|(?:[{,]\\s{0,20}|[\\r\\n][ \\t]{0,40})${NAMES})[ ]?:[ ]{0,2}(?:\\[Object: null prototype\\] )?[{[](?!\\*)`,
  'gi',
);

/** What stands in an object or list that has the name of a secret, read by code: where it ends, an expression cannot tell. */
export const namedObjectStep: Step = {
  name: 'named_object',
  family: 'credential',
  needs: ['cookie', 'auth', 'cred', 'pass', 'pwd', 'secret', 'token', 'key', 'webhook', 'magic'],
  apply: (text) => {
    const expression = new RegExp(NAMED);
    let result = '';
    let done = 0;
    for (let found = expression.exec(text); found; found = expression.exec(text)) {
      const open = expression.lastIndex;
      const close = endOf(text, open);
      // An empty one says that there was none.
      if (text.slice(open, close).trim() !== '') {
        result += text.slice(done, open) + MASK;
        done = close;
      }
      expression.lastIndex = close;
    }
    return result + text.slice(done);
  },
};

// Where the bracket is closed that is open here; of a text that was cut, its end.
function endOf(text: string, from: number): number {
  let depth = 1;
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '\\') at += 1;
    else if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '{' || letter === '[') depth += 1;
    else if (letter === '}' || letter === ']') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return text.length;
}
