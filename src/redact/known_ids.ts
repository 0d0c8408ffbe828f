import { truncateVideoId } from './truncate.ts';

// An id this short may be part of any word.
const SHORTEST_CONCEALED_ID = 6;
// Traces with downloads that may still have something to export. The oldest goes first.
const MAX_TRACES = 2000;
const MAX_IDS_PER_TRACE = 200;

const idsByTrace = new Map<string, Set<string>>();

/**
 * Notes the id of a video that a trace is about. No detector can tell an id from a word, but a helper was told: wherever
 * a span or log of that trace has it, in a URL that an instrumentation recorded say, it leaves shortened.
 */
export function noteVideoId(traceId: string | undefined, videoId: string): void {
  if (traceId === undefined || videoId.length < SHORTEST_CONCEALED_ID) return;
  let ids = idsByTrace.get(traceId);
  if (ids === undefined) {
    const [oldest] = idsByTrace.keys();
    if (idsByTrace.size >= MAX_TRACES && oldest !== undefined) idsByTrace.delete(oldest);
    ids = new Set();
    idsByTrace.set(traceId, ids);
  }
  if (ids.size < MAX_IDS_PER_TRACE) ids.add(videoId);
}

/**
 * Shortens the ids of a trace wherever a value has them: in a text, in a list, in an object. Gives back the value
 * itself where there is none.
 */
export function concealVideoIds<T>(traceId: string | undefined, value: T): T {
  const ids = traceId === undefined ? undefined : idsByTrace.get(traceId);
  return ids === undefined ? value : (concealed(value, ids) as T);
}

/** The same for one text and one id. */
export function concealVideoId(text: string, videoId: string): string {
  return videoId.length < SHORTEST_CONCEALED_ID ? text : text.replaceAll(videoId, truncateVideoId(videoId));
}

function concealed(value: unknown, ids: ReadonlySet<string>): unknown {
  if (typeof value === 'string') {
    let text = value;
    for (const id of ids) if (text.includes(id)) text = concealVideoId(text, id);
    return text;
  }
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map((one) => concealed(one, ids));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, concealed(one, ids)]));
}
