import { condition } from './gate.ts';
import { AROUND_MASKS } from './harmless.ts';
import type { Place } from './late.ts';
import { BY_NAME, FOUND, noted, SEEN } from './notes.ts';
import { asking, askingAnyCase, quoted } from './ottl.ts';
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
export function confirmation({ context, attributes, routes }: Place): string[] {
  const found = `${attributes}["${FOUND}"]`;
  const small = `${context}.cache["l"]`;
  const asked = unitsOf(routes).filter(({ harmless }) => harmless !== undefined);
  const families = [...new Set(asked.map(noted))];
  const seen = `${attributes}["${SEEN}"]`;
  return [
    `set(${context}.cache["masked"], true) where IsMatch(${seen}, ${quoted('\\*{4}')})`,
    ...AROUND_MASKS.map(
      ([what, left]) =>
        `replace_pattern(${seen}, ${quoted(what)}, ${quoted(left)}) where ${context}.cache["masked"] != nil`,
    ),
    `set(${small}, ToLowerCase(${seen}))`,
    ...[...new Set(asked.flatMap(({ harmless }) => harmless ?? []))].flatMap((harmless, at) => {
      const { needs, pieces } = harmless;
      const text = `${context}.cache["${at}"]`;
      const units = asked.filter((unit) => unit.harmless === harmless);
      const some = [...new Set(units.map((unit) => `${found}["${noted(unit)}"] != nil`))].join(' or ');
      return [
        `set(${text}, ${seen}) where ${needs ? `(${some}) and ${condition(needs, small)}` : some}`,
        // What is not there is not changed.
        ...pieces.map(([what, left]) => `replace_pattern(${text}, ${quoted(what)}, ${quoted(left)})`),
        ...units.flatMap((unit) => {
          const family = `${found}["${noted(unit)}"]`;
          const again = `${context}.cache["${noted(unit)} ${unit.name}"]`;
          const asks = `where ${text} != nil and ${family}["${unit.name}"] != nil and`;
          return [
            ...inShortTexts(isFoundByAny(unit.detectors, text, false), ' or ').map(
              (conditions) =>
                `set(${again}, true) ${asks} ${again} == nil and ${conditions.includes(' or ') ? `(${conditions})` : conditions}`,
            ),
            `delete_key(${family}, "${unit.name}") ${asks} ${again} == nil`,
          ];
        }),
      ];
    }),
    ...families.map(
      (family) =>
        `delete_key(${found}, "${family}") where ${found}["${family}"] != nil and Len(${found}["${family}"]) == 0`,
    ),
    `delete_key(${attributes}, "${SEEN}")`,
    `delete_key(${attributes}, "${FOUND}") where Len(${found}) == 0 and ${attributes}["${BY_NAME}"] == nil`,
  ];
}
