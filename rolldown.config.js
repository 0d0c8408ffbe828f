import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

// Every file that package.json names under dist/ is an entry. The modules they share become a few chunks: a process
// that starts reads a handful of files instead of a hundred, which is a tenth of what starting costs it.
const { exports, bin } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const outputs = [...Object.values(exports), ...Object.values(bin)]
  .map((one) => one.default ?? one)
  .filter((path) => path.startsWith('./dist/'));
// Loaded by their paths (src/own_file.ts): a thread of its own, and what few processes need.
const BY_PATH = ['./dist/host/worker.js', './dist/media/exec/child_process.js'];
const input = Object.fromEntries(
  [...outputs, ...BY_PATH].map((path) => {
    const name = path.slice('./dist/'.length, -'.js'.length);
    const source = `src/${name}.ts`;
    if (!existsSync(source)) throw new Error(`package.json names ${path}, but there is no ${source}`);
    return [name, source];
  }),
);

/** Every module that a process reads which starts with `register`: these go into one file. */
function reachable(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(
    /^(?:import(?! type)|export)\b[^;]*?from '(\.[^']+)';/gm,
  );
  for (const [, path] of imports) reachable(resolve(dirname(file), path), found);
  return found;
}
const core = reachable(resolve('src/init.ts'));

export default {
  input,
  platform: 'node',
  // What is not ours stays a dependency.
  external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('src/'),
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    codeSplitting: { groups: [{ name: 'core', test: (id) => core.has(id) }] },
    // Without comments, which are for those who read src/; names stay, for stack traces.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  },
};
