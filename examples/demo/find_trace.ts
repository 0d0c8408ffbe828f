import { isInstalled } from '../downloader/installed.ts';
import { tempoTrace } from './stores.ts';
import type { Terminal } from './terminal.ts';
import { duration } from './text.ts';
import type { TraceSpan } from './trace_span.ts';
import { traceTree } from './trace_tree.ts';
import { waitFor } from './wait_for.ts';
import { because, DEADLINE_MS, type Wanted } from './wanted.ts';

/** Looks for the failed trace in Tempo, and shows it. Returns what was not found. */
export async function findTrace({ stores, tally, signal }: Wanted, terminal: Terminal): Promise<string[]> {
  const { failedTrace = '' } = tally;
  const missingIn = (spans: readonly TraceSpan[]) => SPANS.filter(({ is }) => !spans.some(is));
  terminal.progress('asking Tempo for the trace', true);
  const {
    answer = [],
    error,
    ms,
  } = await waitFor(
    () => tempoTrace(stores, failedTrace),
    (spans) => missingIn(spans).length === 0,
    DEADLINE_MS,
    signal,
  );
  terminal.say(`Tempo, trace ${failedTrace}, after ${duration(ms)}:`);
  terminal.show(['', ...traceTree(answer, { width: terminal.width, palette: terminal.colours }), '']);
  return missingIn(answer).map(({ title }) => `in Tempo: ${title}${because(error)}`);
}

/** What the trace of a download that failed both ways is made of. */
const SPANS: readonly { title: string; is: (span: TraceSpan) => boolean }[] = [
  { title: 'the HTTP request', is: ({ kind }) => kind === 'server' },
  { title: 'the session', is: ({ name }) => name === 'media.session' },
  ...['media.download.attempt', 'media.download.step primary', 'media.download.step fallback'].map(
    (wanted) => ({
      title: `${wanted}, failed, with error.type`,
      is: ({ name, failed, attributes }: TraceSpan) =>
        name === wanted && failed && Boolean(attributes['error.type']),
    }),
  ),
  { title: 'the HTTP call', is: ({ kind, name }) => kind === 'client' && !name.startsWith('media.') },
  ...(isInstalled('yt-dlp')
    ? [{ title: 'the yt-dlp process', is: ({ name }: TraceSpan) => name === 'media.exec yt-dlp' }]
    : []),
];
