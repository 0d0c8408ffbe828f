import { globSync, readFileSync } from 'node:fs';

// Every file that package.json names under dist/ is an entry. The modules they share become a few chunks: a process
// that starts reads a handful of files instead of a hundred, which is a tenth of what starting costs it.
const { exports, bin } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const outputs = [...Object.values(exports), ...Object.values(bin)]
  .map((one) => one.default ?? one)
  .filter((path) => path.startsWith('./dist/'));
// Started as a thread of its own, by its path.
const THREADS = ['./dist/host/worker.js'];
const input = Object.fromEntries(
  [...outputs, ...THREADS].map((path) => {
    const name = path.slice('./dist/'.length, -'.js'.length);
    const [source] = globSync(`src/${name}.ts`);
    if (source === undefined) throw new Error(`package.json names ${path}, but there is no src/${name}.ts`);
    return [name, source];
  }),
);

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
    sourcemap: false,
  },
};
