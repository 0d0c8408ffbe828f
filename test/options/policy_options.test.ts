import { describe, expect, it } from 'vitest';
import { resolveOptions } from '../../src/options/resolve_options.ts';
import { settingsFolder } from './settings_folder.ts';

const { file } = settingsFolder();

describe('options of the policy', () => {
  it('are taken from code, from a file and from variables', () => {
    const { options, problems } = resolveOptions(
      { secretKeys: ['shoeSize'], classes: { hash: 'drop' } },
      {
        OTEL_MEDIA_CONFIG: file(
          'allowedValues: [help@example.org]\nclasses:\n  truncate: mask\n',
          'policy.yaml',
        ),
        OTEL_MEDIA_SECRET_PATTERNS: 'cust-\\d{1,3}',
        OTEL_MEDIA_ALLOWED_KEYS: 'my.contact, my.url',
        OTEL_MEDIA_CLASSES: 'secret=hash',
      },
    );
    expect(problems).toEqual([]);
    expect(options).toMatchObject({
      secretKeys: ['shoeSize'],
      secretPatterns: ['cust-\\d{1,3}'],
      allowedKeys: ['my.contact', 'my.url'],
      allowedValues: ['help@example.org'],
      classes: { truncate: 'mask', hash: 'drop', secret: 'hash' },
    });
  });

  it('take several patterns as a list in JSON', () => {
    const { options } = resolveOptions({}, { OTEL_MEDIA_SECRET_PATTERNS: '["a,b", "[A-Z]{5}"]' });
    expect(options.secretPatterns).toEqual(['a,b', '[A-Z]{5}']);
  });

  it('leave out a pattern that is not safe, by name and place, and keep the others', () => {
    const { options, problems } = resolveOptions({ secretPatterns: ['fine', '(a+)+$'] }, {});
    expect(options.secretPatterns).toEqual(['fine']);
    expect(problems).toEqual([
      'option secretPatterns has at 1 one, which repeats what itself repeats or chooses, which can take forever. It is left out.',
    ]);
  });

  it('never allow what is of class secret', () => {
    const { options, problems } = resolveOptions(
      {},
      { OTEL_MEDIA_ALLOWED_KEYS: 'process.command_line,my.contact' },
    );
    expect(options.allowedKeys).toEqual(['my.contact']);
    expect(problems[0]).toContain(
      'OTEL_MEDIA_ALLOWED_KEYS (option allowedKeys) has at 0 "process.command_line", which is of class secret',
    );
  });

  it.each([
    [{ classes: { secret: 'keep' } }, /option classes: secret is "keep"; allowed is one of mask, hash, drop/],
    [{ classes: { safe: 'drop' } }, /option classes/],
    [{ secretKeys: 'planted' }, /secretKeys is not what it must be; allowed is a list/],
  ])('are refused: %j', (given, problem) => {
    const { problems } = resolveOptions(given as never, {});
    expect(problems).toEqual([expect.stringMatching(problem)]);
  });

  it('that are misspelt are named as they were meant', () => {
    expect(resolveOptions({ secretKey: ['a'] } as never, {}).problems[0]).toContain(
      'did you mean "secretKeys"',
    );
  });
});
