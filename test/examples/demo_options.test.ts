import { expect, it } from 'vitest';
import { EXAMPLES, parseOptions } from '../../examples/demo/options.ts';

it.each([
  [[], ['downloader'], false],
  [['--once'], ['downloader'], true],
  [['--example', 'radio'], ['radio'], false],
  [['--example', 'all'], EXAMPLES, true],
])('%j', (argv, examples, once) => {
  expect(parseOptions(argv)).toMatchObject({ examples, once });
});

it('knows no others', () => {
  expect(() => parseOptions(['--example', 'planted'])).toThrow(
    /"planted"; allowed is one of downloader, radio/,
  );
});
