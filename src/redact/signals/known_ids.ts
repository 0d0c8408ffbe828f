import { truncateVideoId } from '../truncate.ts';

// An id this short may be part of any word.
const SHORTEST_CONCEALED_ID = 6;
// Traces with downloads that may still have something to export, in two generations: when the younger one is full, the
// older one is forgotten whole, which costs nothing on the way.
const MAX_TRACES_PER_GENERATION = 1000;
const MAX_IDS_PER_TRACE = 200;

let younger = new Map<string, string | string[]>();
let older = new Map<string, string | string[]>();

/**
 * Notes the id of a video that a trace is about. No detector can tell an id from a word, but a helper was told: wherever
 * a span or log of that trace has it, in a URL that an instrumentation recorded say, it leaves shortened.
 */
export function noteVideoId(traceId: string | undefined, videoId: string): void {
  if (traceId === undefined || videoId.length < SHORTEST_CONCEALED_ID) return;
  const known = younger.get(traceId) ?? older.get(traceId);
  if (known === undefined) {
    if (younger.size >= MAX_TRACES_PER_GENERATION) {
      older = younger;
      younger = new Map();
    }
    younger.set(traceId, videoId);
  } else if (typeof known === 'string') {
    if (known !== videoId) younger.set(traceId, [known, videoId]);
  } else if (known.length < MAX_IDS_PER_TRACE && !known.includes(videoId)) {
    known.push(videoId);
  }
}

/**
 * Shortens the ids of a trace wherever a value has them: in a text, in a list, in an object. Gives back the value
 * itself where there is none.
 */
export function concealVideoIds<T>(traceId: string | undefined, value: T): T {
  return concealerOf(traceId)(value);
}

const unchanged = <T>(value: T): T => value;

/** What shortens the ids of a trace; it gives back what it is given where none is known. */
export function concealerOf(traceId: string | undefined): <T>(value: T) => T {
  const known = traceId === undefined ? undefined : (younger.get(traceId) ?? older.get(traceId));
  if (known === undefined) return unchanged;
  const ids = typeof known === 'string' ? [known] : known;
  return <T>(value: T) => concealed(value, ids) as T;
}

/** The same for one text and one id. */
export function concealVideoId(text: string, videoId: string): string {
  return videoId.length < SHORTEST_CONCEALED_ID ? text : text.replaceAll(videoId, truncateVideoId(videoId));
}

// What has none of the ids is given back as it is: most has none.
function concealed(value: unknown, ids: readonly string[]): unknown {
  if (typeof value === 'string') {
    let text = value;
    for (const id of ids) if (text.includes(id)) text = concealVideoId(text, id);
    return text;
  }
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) {
    const changed = value.map((one) => concealed(one, ids));
    return changed.some((one, at) => one !== value[at]) ? changed : value;
  }
  let changed = false;
  const entries = Object.entries(value).map(([key, one]) => {
    const entry = [concealed(key, ids) as string, concealed(one, ids)] as const;
    changed ||= entry[0] !== key || entry[1] !== one;
    return entry;
  });
  return changed ? Object.fromEntries(entries) : value;
}
