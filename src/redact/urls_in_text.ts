import type { Allowed, Step } from './detectors/compiled.ts';
import { redactPathAndQuery, redactUrl } from './url.ts';

const URL_IN_TEXT = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>`]+/gi;

// What may go on behind a quote: the quote stands in the URL, as nobody encodes it, where something encoded follows.
const BEHIND_QUOTE = /'[^\s"'<>`]*/y;
const ENCODED = /%[0-9a-f]{2}/i;

// A URL without its scheme, or the path of one, is known by its query.
const RELATIVE_URL = /(^|[\s"'=(,[])([^\s"'=(,[<>?]*\?[\w.~%-]{1,64}=[^\s"'<>]*)/g;

// What a sentence puts behind a URL.
const BEHIND_URL = /[).,;:!?\]}\\]/;

/** URLs of any scheme, read by code, since an expression cannot. */
export const urlStep: Step = {
  name: 'url',
  family: 'signed_url',
  needs: ['://'],
  apply: (text, allowed) => {
    const expression = new RegExp(URL_IN_TEXT);
    let result = '';
    let done = 0;
    for (let found = expression.exec(text); found; found = expression.exec(text)) {
      const end = endOfUrl(text, expression.lastIndex);
      result += text.slice(done, found.index) + redactFound(text.slice(found.index, end), redactUrl, allowed);
      done = end;
      expression.lastIndex = end;
    }
    return result + text.slice(done);
  },
};

/** Paths and hosts with a query behind them. */
export const relativeUrlStep: Step = {
  name: 'relative_url',
  family: 'signed_url',
  needs: ['?'],
  apply: (text, allowed) =>
    text.replace(RELATIVE_URL, (all, before: string, url: string) =>
      url.includes('://') ? all : before + redactFound(url, redactPathAndQuery, allowed),
    ),
};

function endOfUrl(text: string, from: number): number {
  let end = from;
  for (;;) {
    const next = partBehindQuote(text, end);
    if (next === undefined) return end;
    const afterNext = partBehindQuote(text, end + next.length) ?? '';
    if (!ENCODED.test(next + afterNext)) return end;
    end += next.length;
  }
}

function partBehindQuote(text: string, at: number): string | undefined {
  BEHIND_QUOTE.lastIndex = at;
  return BEHIND_QUOTE.exec(text)?.[0];
}

function redactFound(found: string, redact: (url: string) => string, allowed: Allowed): string {
  let end = found.length;
  // Three dots are what an id was shortened to.
  while (end > 0 && BEHIND_URL.test(found.charAt(end - 1)) && !found.endsWith('...', end)) end -= 1;
  const url = found.slice(0, end);
  return allowed?.has(url) ? found : redact(url) + found.slice(end);
}
