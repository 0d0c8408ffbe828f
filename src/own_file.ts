/**
 * Where a module of this package is, for what is loaded by its path: below src/ as it is written; in the package, where
 * this file is part of some bundle below dist/, as an entry of its own (see rolldown.config.js).
 *
 * @param name its path below src/, without an ending
 */
export function ownFile(name: string): URL {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return new URL(`./${name}.ts`, here);
  return new URL(`${name}.js`, here.slice(0, here.lastIndexOf('/dist/') + '/dist/'.length));
}
