/** Where a text stops being JSON; both count from 1, columns in characters of UTF-16. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
}

const BLANKS = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Where a text stops being JSON. The parser's own message tells that for some mistakes only, and quotes the text, which
 * may be a credential.
 *
 * @returns undefined where all of it is JSON
 */
export function jsonFault(text: string): JsonFault | undefined {
  const at = faultAt(text);
  if (at === undefined) return undefined;
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - before.lastIndexOf('\n') };
}

type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | 'rest' | 'end';

// Without recursion: what is nested deeply is no reason to fail.
function faultAt(text: string): number | undefined {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    at = past(BLANKS, text, at) ?? at;
    const sign = text.charAt(at);
    if (expected === 'end') return at < text.length ? at : undefined;
    if (expected === 'rest') {
      const inObject = open.at(-1) === '{';
      if (sign === ',') expected = inObject ? 'name' : 'value';
      else if (sign === (inObject ? '}' : ']')) open.pop();
      else return at;
      at += 1;
    } else if (sign !== '' && sign === closing(expected)) {
      open.pop();
      at += 1;
      expected = 'rest';
    } else if (expected === 'name' || expected === 'name or }') {
      const name = pastString(text, at);
      if (!name.whole) return name.end;
      at = past(BLANKS, text, name.end) ?? name.end;
      if (text.charAt(at) !== ':') return at;
      at += 1;
      expected = 'value';
    } else if (sign === '{' || sign === '[') {
      open.push(sign);
      at += 1;
      expected = sign === '{' ? 'name or }' : 'value or ]';
    } else {
      const string = sign === '"' ? pastString(text, at) : undefined;
      if (string && !string.whole) return string.end;
      const end = string?.end ?? past(NUMBER, text, at) ?? past(WORD, text, at);
      if (end === undefined) return at;
      at = end;
      expected = 'rest';
    }
    if (expected === 'rest' && open.length === 0) expected = 'end';
  }
}

function closing(expected: Expected): string | undefined {
  if (expected === 'name or }') return '}';
  return expected === 'value or ]' ? ']' : undefined;
}

function past(expression: RegExp, text: string, at: number): number | undefined {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : undefined;
}

// Behind its quote; or where it cannot go on.
function pastString(text: string, from: number): { readonly end: number; readonly whole: boolean } {
  if (text.charAt(from) !== '"') return { end: from, whole: false };
  let at = from + 1;
  while (at < text.length) {
    const sign = text.charAt(at);
    if (sign === '"') return { end: at + 1, whole: true };
    if (sign < ' ') return { end: at, whole: false };
    const escaped = sign === '\\' ? past(ESCAPE, text, at) : at + 1;
    if (escaped === undefined) return { end: at, whole: false };
    at = escaped;
  }
  return { end: at, whole: false };
}
