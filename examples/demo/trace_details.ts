import type { TraceSpan } from './trace_span.ts';

/** What is worth saying of a span beside its name, in a few words. */
export function detailsOf({ attributes, kind, name }: TraceSpan): string {
  const say = (key: string): string => {
    const value = attributes[key];
    return value === undefined || value === '' ? '' : String(value);
  };
  const client = () => (say('media.download.client') ? `as ${say('media.download.client')}` : '');
  const cookies = () => (attributes['media.download.cookies_used'] === true ? 'with cookies' : '');
  if (name === 'media.session') return plural(say('media.session.link_count'), 'link');
  if (name === 'media.cookies.check') return join(say('media.cookies.file_name'), say('media.cookies.state'));
  if (name === 'media.download.attempt') return join(say('media.video.id'), 'from', say('server.address'));
  if (name.startsWith('media.download.step')) return join(client(), cookies());
  if (name.startsWith('media.exec')) {
    return join(say('process.exit.code') && `exit ${say('process.exit.code')}`, say('media.exec.signal'));
  }
  if (kind === 'client' || kind === 'server') {
    const url = say('url.full') || say('http.url') || say('url.path') || say('http.target');
    const status = say('http.response.status_code') || say('http.status_code');
    // A failed call's error type is its status, which stands at the end of the line.
    return join(status === say('error.type') ? '' : status, url);
  }
  return '';
}

function join(...parts: readonly string[]): string {
  return parts.some((part) => part !== '' && part !== 'from') ? parts.filter(Boolean).join(' ') : '';
}

function plural(count: string, thing: string): string {
  return count && `${count} ${thing}${count === '1' ? '' : 's'}`;
}
