/** Definitions in the order of their names: the order in a module's namespace depends on who loads it. */
export function byName<D extends { readonly name: string }>(definitions: ReadonlyMap<string, D>): D[] {
  return [...definitions.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
