import type { Allowed, Step } from '../detectors/compiled.ts';
import { type Finding, urlFindings } from '../detectors/url_findings.ts';
import { MASK } from '../mask.ts';
import { isPublicPath, isPublicWindowsPath } from '../urls/public_paths.ts';
import { redactPathAndQuery } from '../urls/url.ts';

// An absolute path of two parts or more, at the start of a word.
const UNIX_PATH = /(^|[\s"'=([,:`])(~?(?:\/[^\s/"'<>|:,;()`\]]+){2,})/g;
// A folder may have spaces in its name.
const WINDOWS_PATH = /\b[a-z]:\\+(?:[^\\"'<>|:\r\n]{1,100}\\+)*([^\s\\"'<>|:]*)/gi;
// A share of another machine: \\server\folder\file.
const SHARE = /(^|[\s"'=([,`])\\\\+[\w.$-]+(?:\\+[^\s\\"'<>|:]+)*\\+([^\s\\"'<>|:]*)/g;

// What is left of a URL, with a plus for a space before it.
const ALL_MASKED = /^(?:\/\*{4})+(?:\/[^/]*)?$/;

// `GET /albums/new`: what follows a method is a route, and read as a URL; so is what a query could follow: `/albums/new?`.
const METHOD = /(?:^|[\s"'([])(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE)$/;

/** Folders of a path; what it ends with is kept. */
export const pathStep: Step = {
  name: 'unix_path',
  family: 'path',
  needs: ['/'],
  apply: (text, allowed) => eachPath(text, allowed, redactedPath),
  explain: (text, allowed) => {
    const found: Finding[] = [];
    eachPath(text, allowed, (path, isRoute) => {
      const left = redactedPath(path, isRoute);
      if (isRoute) found.push(...urlFindings(path, left));
      else found.push({ detector: 'unix_path', family: 'path', count: 1 });
      return left;
    });
    return found;
  },
};

function eachPath(
  text: string,
  allowed: Allowed,
  change: (path: string, isRoute: boolean) => string,
): string {
  return text.replace(UNIX_PATH, (all, before: string, path: string, at: number) => {
    if (allowed?.has(path) || ALL_MASKED.test(path)) return all;
    const isRoute =
      path.endsWith('?') || (before === ' ' && METHOD.test(text.slice(Math.max(0, at - 8), at)));
    // What a route ends with is the id of something more often than the name of a file.
    if (!isRoute && isPublicPath(path)) return all;
    return before + change(path, isRoute);
  });
}

function redactedPath(path: string, isRoute: boolean): string {
  return isRoute ? redactPathAndQuery(path) : conceal(path);
}

/** The same of Windows. */
export const windowsPathStep: Step = {
  name: 'windows_path',
  family: 'path',
  needs: [':\\', '\\\\'],
  apply: (text, allowed) =>
    text
      .replace(WINDOWS_PATH, (all, name: string) =>
        allowed?.has(all) || isPublicWindowsPath(all) ? all : `${MASK}/${name}`,
      )
      .replace(SHARE, (all, before: string, name: string) =>
        allowed?.has(all) ? all : `${before}${MASK}/${name}`,
      ),
};

// Which package a stack passes through helps, and is public.
function conceal(path: string): string {
  const packages = path.lastIndexOf('/node_modules/');
  const kept = packages < 0 ? path.slice(path.lastIndexOf('/')) : path.slice(packages);
  return `${MASK}${kept}`;
}
