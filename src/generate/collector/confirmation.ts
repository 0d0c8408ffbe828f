import { condition } from './gate.ts';
import { AROUND_MASKS, type Harmless } from './harmless.ts';
import { BY_NAME, FINDS, FOUND, kept, noted, SEEN } from './notes.ts';
import { asking, askingAnyCase, quoted } from './ottl.ts';
import type { Place } from './places.ts';
import { shorter } from './shorter.ts';
import { type Unit, unitsOf } from './units.ts';

// In Go, to read a text of the Collector's language takes the square of its length.
const LONG = 500;

/** Conditions with a word between them, as few texts as are not too long. */
export function inShortTexts(conditions: readonly string[], between: string): string[] {
  const texts: string[] = [];
  for (const one of conditions) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + one.length < LONG) texts[texts.length - 1] = last + between + one;
    else texts.push(one);
  }
  return texts;
}

/** Conditions, of which one has to hold. */
export function isFoundByAny(some: Unit['detectors'], text: string, isSmall: boolean): string[] {
  const expressions: string[][] = [];
  for (const { detector } of some) {
    const one = isSmall ? asking(detector) : askingAnyCase(detector);
    const last = expressions.at(-1);
    if (last && last.join('').length + one.length < LONG) last.push(one);
    else expressions.push([one]);
  }
  return expressions.map(
    (all) =>
      `IsMatch(${text}, ${quoted(all.length === 1 ? all.join('') : all.map((one) => `(?:${one})`).join('|'))})`,
  );
}

/** Statements that ask again, in a copy without what the process leaves: what is not found in that is none. */
export function confirmation({ context, attributes, within, routes }: Place): string[] {
  const byName = [attributes, ...(within ? [within] : [])].map((its) => `${its}["${BY_NAME}"] == nil`);
  const found = kept(context, FINDS);
  const seen = kept(context, SEEN);
  const small = kept(context, 'l');
  const asked = unitsOf(routes).filter(({ harmless }) => harmless !== undefined);
  const families = [...new Set(asked.map(noted))];
  const all = [
    ...new Set(asked.flatMap(({ harmless }) => (harmless ? [harmless.after ?? harmless, harmless] : []))),
  ];
  const masked = kept(context, 'masked');
  const textOf = (harmless: Harmless) => kept(context, `${all.indexOf(harmless)}`);
  return [
    `set(${found}, ${attributes}["${FOUND}"])`,
    `set(${seen}, ${attributes}["${SEEN}"])`,
    `set(${masked}, true) where IsMatch(${seen}, ${quoted('\\*{4}')})`,
    ...AROUND_MASKS.map(
      ([what, left]) => `replace_pattern(${seen}, ${quoted(what)}, ${quoted(left)}) where ${masked} != nil`,
    ),
    `set(${small}, ToLowerCase(${seen}))`,
    ...all.flatMap((harmless, at) => {
      const { needs, after, pieces } = harmless;
      const text = textOf(harmless);
      const units = asked.filter((unit) => unit.harmless === harmless);
      const its = (unit: Unit) => `${found}["${noted(unit)}"]["${unit.name}"]`;
      const isFirst = all.some((other) => other.after === harmless);
      // To look for words takes a while, so it is first asked whether anybody wants to know.
      const wanted = asked.filter(
        (unit) => unit.harmless === harmless || (isFirst && unit.harmless?.after === harmless),
      );
      const some = wanted.map((unit) => `${its(unit)} != nil`).join(' or ');
      const always = units.filter(({ detectors }) => detectors.some(({ isLong }) => isLong));
      const is = kept(context, `needs ${at}`);
      return [
        ...(needs ? [`set(${is}, true) where (${some}) and ${condition(needs, small)}`] : []),
        `set(${text}, ${after ? textOf(after) : seen})${isFirst ? '' : ` where ${needs && always.length === 0 ? `${is} != nil` : some}`}`,
        // What is not there is not changed.
        ...pieces.map(
          ([what, left]) =>
            `replace_pattern(${text}, ${quoted(shorter(what))}, ${quoted(left)})${needs ? ` where ${is} != nil` : ''}`,
        ),
        ...units.map((unit) => {
          const again = isFoundByAny(unit.detectors, text, false);
          const isNone = again.length === 1 ? `not ${again.join('')}` : `not (${again.join(' or ')})`;
          const asks = always.includes(unit) || !needs ? '' : `${is} != nil and `;
          return `delete_key(${found}["${noted(unit)}"], "${unit.name}") where ${asks}${its(unit)} != nil and ${isNone}`;
        }),
      ];
    }),
    ...families.map(
      (family) =>
        `delete_key(${found}, "${family}") where ${found}["${family}"] != nil and Len(${found}["${family}"]) == 0`,
    ),
    `delete_key(${attributes}, "${SEEN}")`,
    `set(${attributes}["${FOUND}"], ${found})`,
    `delete_key(${attributes}, "${FOUND}") where Len(${found}) == 0 and ${byName.join(' and ')}`,
  ];
}
