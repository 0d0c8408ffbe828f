import { newestTraceId, type StoreUrls, tempoTrace } from './stores.ts';
import type { Terminal } from './terminal.ts';
import { duration } from './text.ts';
import type { TraceSpan } from './trace_span.ts';
import { traceTree } from './trace_tree.ts';
import { waitFor } from './wait_for.ts';
import { because, DEADLINE_MS } from './wanted.ts';

/** Looks for a trace of a service that went wrong, or else any, and shows it. Returns what was not found. */
export async function findOneTrace(
  stores: StoreUrls,
  selector: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<string[]> {
  terminal.progress('asking Tempo for one of its traces', true);
  const id =
    (await newestTraceId(stores, `${selector} | level=~"error|warn" | trace_id!=""`)) ??
    (await newestTraceId(stores, `${selector} | trace_id!=""`));
  if (id === undefined) return ['in Loki: a line with a trace'];
  let before = -1;
  const {
    answer = [],
    error,
    ms,
  } = await waitFor(
    () => tempoTrace(stores, id),
    (spans: readonly TraceSpan[]) => {
      const complete = spans.length > 0 && spans.length === before;
      before = spans.length;
      return complete;
    },
    DEADLINE_MS,
    signal,
  );
  if (answer.length === 0) return [`in Tempo: the trace ${id}${because(error)}`];
  terminal.say(`Tempo, trace ${id}, after ${duration(ms)}:`);
  terminal.show(['', ...traceTree(answer, { width: terminal.width, palette: terminal.colours }), '']);
  return [];
}
