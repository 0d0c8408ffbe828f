import { collectorDetectors } from '../../redact/detectors/all.ts';
import type { Detector, Family } from '../../redact/detectors/detector.ts';
import { pathBelow } from '../../redact/detectors/paths.ts';
import type { Gate } from './gate.ts';
import { entryOf, type GroupName } from './gates.ts';
import { ROOT_FOLDERS } from './ordinary.ts';

/** Detectors of one family that are asked together, and then all mask. */
export interface Unit {
  /** Unique in its family. */
  readonly name: string;
  readonly family: Family;
  readonly group?: GroupName;
  readonly detectors: readonly { readonly detector: Detector; readonly gate: Gate }[];
}

// Of a path below somebody's home the process leaves the name of the file: here that is part of the expression.
const FOLDERS_AND_NAME = String.raw`(?:(?:[/\\]+[^/\\\s"'*:]+)*([/\\]+[^/\\\s"'*:]+))?`;
const detectors: readonly Detector[] = collectorDetectors.map((detector) =>
  detector.name === 'home_folder'
    ? {
        ...detector,
        source: detector.source + FOLDERS_AND_NAME,
        replacement: `${detector.replacement}$${groupsOf(detector.source) + 1}`,
      }
    : detector,
);

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

/** Each with the unit that it belongs to, in the order in which they mask. */
export function inOrder(routes?: true): readonly { readonly detector: Detector; readonly unit: Unit }[] {
  const units = unitsOf(routes);
  return (routes ? detectorsInRoutes : detectors).flatMap((detector) =>
    units
      .filter((unit) => unit.detectors.some((one) => one.detector === detector))
      .map((unit) => ({ detector, unit })),
  );
}

function inUnits(some: readonly Detector[], routes?: true): readonly Unit[] {
  const units = new Map<string, Unit>();
  for (const detector of some) {
    const { group, gate } = entryOf(detector, routes);
    const name = group ?? detector.name;
    const key = `${detector.family} ${name}`;
    const others = units.get(key)?.detectors ?? [];
    units.set(key, {
      ...{ name, family: detector.family, detectors: [...others, { detector, gate }] },
      ...(group && { group }),
    });
  }
  return [...units.values()];
}
const unitsElsewhere = inUnits(detectors);
const unitsInRoutes = inUnits(detectorsInRoutes, true);

/** The groups that there are detectors of. */
export const GROUPS_IN_FAMILIES: readonly GroupName[] = [
  ...new Set(unitsElsewhere.flatMap(({ group }) => group ?? [])),
];
