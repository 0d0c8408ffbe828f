// To read a text of the Collector's language takes the square of its length, and Go's regular expressions are quick up to
// 500 instructions only. So what alternatives have in common, at their beginning or end, is written once.

/** A part of an expression: as it is written, or a group. */
type Part = string | Group;
interface Group {
  readonly open: string;
  readonly alternatives: readonly (readonly Part[])[];
  readonly repeated: string;
}
/** An alternative, part by part, as it is written. */
type Written = readonly string[];

const PLAIN = '(?:';
const FLAGS = /^\(\?[a-z]+\)/;
const REPEATED = '(?:[*+?]|\\{[0-9,]+\\})\\??';
// A quantifier behind a group stands by itself.
const PARTS = new RegExp(
  `${REPEATED}|\\(\\?[a-z]*:|[()|]|(?:\\\\x[0-9a-f]{2}|\\\\.|\\[\\^?(?:\\\\.|[^\\]\\\\])*\\]|[^()|[\\\\])(?:${REPEATED})?`,
  'gsu',
);
const REPEATED_GROUP = new RegExp(`^(?:${REPEATED})$`);

const known = new Map<string, string>();

/**
 * An expression for the same texts with the same groups, as short as is easily had. Which of several alternatives is tried
 * first may be another.
 */
export function shorter(expression: string): string {
  const before = known.get(expression);
  if (before !== undefined) return before;
  const [flags = ''] = FLAGS.exec(expression) ?? [];
  const all = flags + writtenShort(parsed(expression.slice(flags.length)));
  const result = all.length < expression.length ? all : expression;
  known.set(expression, result);
  return result;
}

function parsed(expression: string): Group['alternatives'] {
  const parts = expression.match(PARTS) ?? [];
  if (parts.join('') !== expression) throw new Error(`not read: ${expression}`);
  let at = 0;
  function alternatives(): Part[][] {
    const found: Part[][] = [[]];
    for (; at < parts.length && parts[at] !== ')'; at += 1) {
      const part = parts[at] ?? '';
      if (part === '|') found.push([]);
      else found.at(-1)?.push(part.startsWith('(') ? group(part) : part);
    }
    return found;
  }
  function group(open: string): Group {
    at += 1;
    const inside = alternatives();
    const next = parts[at + 1] ?? '';
    const repeated = REPEATED_GROUP.test(next) ? next : '';
    if (repeated) at += 1;
    return { open, alternatives: inside, repeated };
  }
  return alternatives();
}

const short = new WeakMap<object, string>();

function writtenShort(alternatives: Group['alternatives']): string {
  const before = short.get(alternatives);
  if (before !== undefined) return before;
  const plain = alternatives.map((one) => one.flatMap(written));
  const parted = spelledOut(alternatives).map((one) => one.flatMap(written));
  const result = [plain, parted]
    .map((some) => shared(some))
    .reduce((best, one) => (one.length < best.length ? one : best));
  short.set(alternatives, result);
  return result;
}

// What is repeated or has to be kept is one part.
function written(part: Part): Written {
  if (typeof part === 'string') return [part];
  const inside = writtenShort(part.alternatives);
  const [only, ...others] = part.alternatives;
  if (part.open === PLAIN && part.repeated === '' && others.length === 0)
    return (only ?? []).flatMap(written);
  return [`${part.open}${inside})${part.repeated}`];
}

// `p(?:ass|w)` is `pass` and `pw`.
function spelledOut(alternatives: Group['alternatives']): Group['alternatives'] {
  return alternatives.flatMap((one) => {
    const last = one.at(-1);
    if (typeof last !== 'object' || last.open !== PLAIN || last.repeated !== '') return [one];
    return spelledOut(last.alternatives).map((rest) => [...one.slice(0, -1), ...rest]);
  });
}

interface Sharing {
  readonly some: readonly Written[];
  readonly common: Written;
  readonly isEnd: boolean;
}

// What most is saved by goes first, until there is nothing more to save. Groups with numbers stay in their order.
function shared(alternatives: readonly Written[]): string {
  let rest = unique(alternatives);
  for (let best = bestOf(rest); best !== undefined; best = bestOf(rest)) {
    const { some, common, isEnd } = best;
    const others = some.map((one) =>
      isEnd ? one.slice(0, one.length - common.length) : one.slice(common.length),
    );
    const group = alternation(others);
    const joined = isEnd ? [group, ...common] : [...common, group];
    const at = rest.findIndex((one) => some.includes(one));
    rest = rest.flatMap((one, place) => (place === at ? [joined] : some.includes(one) ? [] : [one]));
  }
  return rest.map((one) => one.join('')).join('|');
}

function alternation(some: readonly Written[]): string {
  const longer = some.filter((one) => one.length > 0);
  const end = longer.length < some.length ? '?' : '';
  const text = shared(longer);
  const isOne = longer.every((one) => one.length === 1 && one.join('').length === 1);
  if (longer.length === 1 && isOne) return text + end;
  if (isOne && /^[a-z0-9|]+$/.test(text)) return `[${text.replaceAll('|', '')}]${end}`;
  return `${PLAIN}${text})${end}`;
}

const unique = (some: readonly Written[]): readonly Written[] => [
  ...new Map(some.map((one) => [one.join('\u0000'), one])).values(),
];

const HAS_NUMBER = /(?<!\\)\((?!\?)/;

function bestOf(alternatives: readonly Written[]): Sharing | undefined {
  const sharings = new Map<string, Sharing & { readonly some: Written[] }>();
  for (const one of alternatives) {
    if (one.some((part) => HAS_NUMBER.test(part))) continue;
    for (const isEnd of [true, false]) {
      for (let count = 1; count <= one.length; count += 1) {
        const common = isEnd ? one.slice(one.length - count) : one.slice(0, count);
        const key = `${isEnd} ${common.join('\u0000')}`;
        const same = sharings.get(key);
        if (same) same.some.push(one);
        else sharings.set(key, { some: [one], common, isEnd });
      }
    }
  }
  let best: Sharing | undefined;
  let most = 0;
  for (const one of sharings.values()) {
    const saved = (one.some.length - 1) * (one.common.join('').length + 1) - `${PLAIN})`.length;
    if (saved > most) [best, most] = [one, saved];
  }
  return best;
}
