import type { Allowed, Step } from '../detectors/compiled.ts';
import { type Finding, urlFindings } from '../detectors/url_findings.ts';
import { MASK } from '../mask.ts';
import { redactPathAndQuery, redactUrl } from '../urls/url.ts';

const URL_IN_TEXT = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>`]+/gi;

// What may go on behind a quote: the quote stands in the URL, as nobody encodes it, where a letter or something encoded
// follows.
const BEHIND_QUOTE = /'{1,4}[^\s"'<>`]*|"[\w$@#%][^\s"'<>`]*/y;
const IS_URL = /^["']{1,4}[a-z][a-z0-9+.-]{1,20}:\/\//i;
const GOES_ON = /^["']{1,4}[\w$@#%]|%[0-9a-f]{2}/i;

// A URL without its scheme, or the path of one, is known by its query.
const RELATIVE_URL =
  /(^|[\s"'=(,[<])([^\s"'=(,[<>?]*\?[\w.~%-]{1,64}=[^\s"'<>]*(?:["']{1,4}[\w$@#%][^\s"'<>]*)*)/g;

// What a sentence puts behind a URL.
const BEHIND_URL = /[).,;:!?\]}\\]/;

/** URLs of any scheme, read by code, since an expression cannot. */
export const urlStep: Step = {
  name: 'url',
  family: 'signed_url',
  needs: ['://'],
  apply: (text, allowed) => eachUrl(text, (url) => redactFound(url, redactUrl, allowed)),
  explain: (text, allowed) => explained(eachUrl, redactUrl, text, allowed),
};

/** Paths and hosts with a query behind them. */
export const relativeUrlStep: Step = {
  name: 'relative_url',
  family: 'signed_url',
  needs: ['?'],
  apply: (text, allowed) => eachRelativeUrl(text, (url) => redactFound(url, redactPathAndQuery, allowed)),
  explain: (text, allowed) => explained(eachRelativeUrl, redactPathAndQuery, text, allowed),
};

function eachUrl(text: string, change: (url: string) => string): string {
  const expression = new RegExp(URL_IN_TEXT);
  let result = '';
  let done = 0;
  for (let found = expression.exec(text); found; found = expression.exec(text)) {
    const end = endOfUrl(text, expression.lastIndex);
    result += text.slice(done, found.index) + change(text.slice(found.index, end));
    done = end;
    expression.lastIndex = end;
  }
  return result + text.slice(done);
}

function eachRelativeUrl(text: string, change: (url: string) => string): string {
  return text.replace(RELATIVE_URL, (all, before: string, url: string) =>
    url.slice(0, url.indexOf('?')).includes('://') ? all : before + change(url),
  );
}

function explained(
  each: typeof eachUrl,
  redact: (url: string) => string,
  text: string,
  allowed: Allowed,
): Finding[] {
  const found: Finding[] = [];
  each(text, (url) => {
    const left = redactFound(url, redact, allowed);
    found.push(...urlFindings(url, left));
    return left;
  });
  return found;
}

function endOfUrl(text: string, from: number): number {
  let end = from;
  for (;;) {
    // What ends with a mask was read to its end.
    if (text.endsWith(MASK, end)) return end;
    const next = partBehindQuote(text, end);
    if (next === undefined || IS_URL.test(next)) return end;
    const afterNext = partBehindQuote(text, end + next.length) ?? '';
    if (!GOES_ON.test(next + afterNext)) return end;
    end += next.length;
  }
}

function partBehindQuote(text: string, at: number): string | undefined {
  BEHIND_QUOTE.lastIndex = at;
  return BEHIND_QUOTE.exec(text)?.[0];
}

function redactFound(found: string, redact: (url: string) => string, allowed: Allowed): string {
  let end = found.length;
  // Three dots are what an id was shortened to; a fourth ends the sentence.
  const isShortened = () => found.endsWith('...', end) && !found.endsWith('....', end);
  while (end > 0 && BEHIND_URL.test(found.charAt(end - 1)) && !isShortened()) end -= 1;
  const url = found.slice(0, end);
  return allowed?.has(url) ? found : redact(url) + found.slice(end);
}
