import { collectorDetectors } from '../../redact/detectors/all.ts';
import type { Detector, Family } from '../../redact/detectors/detector.ts';
import { pathBelow } from '../../redact/detectors/paths.ts';
import { PASSWORD as PLAYER_PASSWORD } from '../../redact/detectors/player_paths.ts';
import { MASK } from '../../redact/mask.ts';
import type { Gate } from './gate.ts';
import { entryOf, type GroupName } from './gates.ts';
import type { Harmless } from './harmless.ts';
import { harmlessTo, isRough } from './left_alone.ts';
import { ROOT_FOLDERS } from './ordinary.ts';
import { goExpression } from './ottl.ts';
import {
  NAME_SIGN,
  ROOT_SIGNS,
  SIGNED_KEYS,
  SIGNED_NAMES,
  SIGNED_PATH,
  SIGNED_ROOTS,
  withSignedNames,
} from './signs.ts';

interface Asked {
  readonly detector: Detector;
  readonly gate: Gate;
  /** Whether it is asked the second time only. */
  readonly isLong: boolean;
}

/** Detectors of one family that are asked together, and then all mask. */
export interface Unit {
  /** Unique in its family. */
  readonly name: string;
  readonly family: Family;
  readonly group?: GroupName;
  /** What is taken out of a text before these are asked a second time. */
  readonly harmless: Harmless | undefined;
  /** The process may leave what these find: of a sender with our SDK that is masked, and not counted. */
  readonly rough: boolean;
  readonly detectors: readonly Asked[];
}

// Of a path below somebody's home the process leaves the name of the file: here that is part of the expression.
const FOLDERS_AND_NAME = String.raw`(?:(?:[/\\]+[^/\\\s"'*:]+)*([/\\]+[^/\\\s"'*:]+))?`;
// One behind the other.
const NAMED_PAIRS = ['named_pair', 'named_lines', 'named_part'];

// What stands in settings, in columns. In a list or a map the Collector sees JSON, where tabs are letters; the process
// reads it.
const SETTINGS = (
  'password quoted_pass named_pass quoted_step_name step_name quoted_step_name_in_capitals step_name_in_capitals ' +
  'quoted_token named_token told_token named_key named_stream_key'
).split(' ');

const withWrittenTabs = (source: string): string =>
  source.replaceAll('[ \\t]{0,20}', () => String.raw`(?:[ \t]|\\+t)*`);

const detectors: readonly Detector[] = collectorDetectors.map((detector) => {
  const { name, source, replacement } = detector;
  if (name === 'home_folder')
    return {
      ...detector,
      source: source + FOLDERS_AND_NAME,
      replacement: `${replacement}$${groupsOf(source) + 1}`,
    };
  if (name === 'unix_path') return { ...detector, source: SIGNED_PATH };
  if (SETTINGS.includes(name)) return { ...detector, source: withWrittenTabs(source) };
  if (NAMED_PAIRS.includes(name)) return { ...detector, source: withSignedNames(detector.source) };
  // That it is none of some words is told by what is harmless to it: spelled out letter by letter it is a long one.
  if (name === 'player_login')
    return { ...detector, source: source.replace(PLAYER_PASSWORD, '[^\\s/]{1,200}') };
  return detector;
});

function groupsOf(source: string): number {
  return source.match(/(?<!\\)\((?!\?)/g)?.length ?? 0;
}

// Anything else that begins with a slash may be a route.
const detectorsInRoutes = detectors.map((one) =>
  one.name === 'unix_path' ? { ...one, source: pathBelow(`(?:${ROOT_FOLDERS.join('|')})`) } : one,
);

/** The detectors as the Collector asks them; where routes stand, other paths are looked for. */
export function unitsOf(routes?: true): readonly Unit[] {
  return routes ? unitsInRoutes : unitsElsewhere;
}

/** What is replaced before an expression masks, and after it, where one of these units was found. */
interface Signs {
  readonly before?: Harmless['pieces'];
  readonly after?: Harmless['pieces'];
  readonly units: readonly Unit[];
}

/** What masks, in its order: an expression, what it leaves, and the unit in which it was found. */
export interface Masking {
  readonly unit: Unit;
  readonly signs: Signs | undefined;
  readonly expression: string;
  readonly replacement: string;
}

// Roots of paths and names in pairs are told by signs, which nobody else may have written and nobody sees.
const NO_ROOTS: Harmless['pieces'] = [[ROOT_SIGNS, '']];
const NO_NAMES: Harmless['pieces'] = [[NAME_SIGN, '']];
const SIGNS: Readonly<Record<string, Pick<Signs, 'before' | 'after'>>> = {
  unix_path: { before: [...NO_ROOTS, ...SIGNED_ROOTS], after: NO_ROOTS },
  named_pair: { before: [...NO_NAMES, SIGNED_NAMES] },
  named_part: { after: NO_NAMES },
  listed_secret: { before: [...NO_NAMES, SIGNED_KEYS], after: NO_NAMES },
};

function signsOf(name: string, unit: Unit, routes?: true): Signs | undefined {
  if (!Object.hasOwn(SIGNS, name) || (name === 'unix_path' && routes)) return undefined;
  const units = unitsOf(routes).filter(({ detectors: its }) =>
    its.some(({ detector }) => NAMED_PAIRS.includes(detector.name)),
  );
  return { ...SIGNS[name], units: NAMED_PAIRS.includes(name) ? units : [unit] };
}

// To read a text of the Collector's language takes the square of its length.
const LONG = 1000;

/** The expressions that mask. Neighbours of one unit that leave the same are one, as long as that is not long. */
export function maskings(routes?: true): readonly Masking[] {
  const masking = new Map<string, Masking>();
  let run = 0;
  for (const detector of routes ? detectorsInRoutes : detectors) {
    const unit = unitsOf(routes).find((one) => one.detectors.some((its) => its.detector === detector));
    if (unit === undefined) continue;
    const { replacement, name } = detector;
    if (replacement !== MASK) run += 1;
    const key = replacement === MASK ? `${run} ${unit.family} ${unit.name}` : name;
    // In brackets, so that each says for itself whether capitals count.
    const own = `(?:${goExpression(detector)})`;
    const same = masking.get(key);
    const before = same && same.expression.length + own.length < LONG ? same : undefined;
    if (same && !before) {
      masking.delete(key);
      masking.set(`${key} before ${name}`, same);
    }
    const expression = before ? `${before.expression}|${own}` : own;
    masking.set(key, {
      ...{ unit, expression, replacement },
      signs: before?.signs ?? signsOf(name, unit, routes),
    });
  }
  return [...masking.values()];
}

// Where these are found at all, it does not matter that more expressions are asked than need be.
const RARE: readonly Family[] = ['cookie', 'credential', 'token', 'api_key', 'stream_key'];

function inUnits(some: readonly Detector[], routes?: true): readonly Unit[] {
  const units: Unit[] = [];
  for (const detector of some) {
    const { family } = detector;
    const { group, gate, isLong = false } = entryOf(detector, routes);
    const name = group ?? (RARE.includes(family) ? 'others' : detector.name);
    const [harmless, rough] = [harmlessTo(detector, routes), isRough(detector)];
    const same = units.filter((unit) => unit.family === family && unit.name.split(' ')[0] === name);
    const at = units.findIndex(
      (unit) => same.includes(unit) && unit.harmless === harmless && unit.rough === rough,
    );
    const others = units[at]?.detectors ?? [];
    const unit = {
      ...{ name: units[at]?.name ?? (same.length === 0 ? name : `${name} ${same.length + 1}`) },
      ...{ family, harmless, rough, detectors: [...others, { detector, gate, isLong }] },
      ...(group && { group }),
    };
    units.splice(at < 0 ? units.length : at, at < 0 ? 0 : 1, unit);
  }
  return units;
}
const unitsElsewhere = inUnits(detectors);
const unitsInRoutes = inUnits(detectorsInRoutes, true);

/** The groups that there are detectors of. */
export const GROUPS_IN_FAMILIES: readonly GroupName[] = [
  ...new Set(unitsElsewhere.flatMap(({ group }) => group ?? [])),
];
