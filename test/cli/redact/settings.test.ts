import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { redactionSettings } from '../../../src/redact/policy/settings.ts';
import { otelMedia } from '../command_line.ts';
import { piped } from '../stdin.ts';
import { temporaryFolder } from '../workspace.ts';
import { ENV, text } from './samples.ts';

describe('the settings that otel-media redact goes by', () => {
  const titles = {
    resourceSpans: [
      { scopeSpans: [{ spans: [{ attributes: [text('media.session.titles', 'My Title')] }] }] },
    ],
  };

  it('are those of the environment and of the settings file, and only for the run', async () => {
    const before = { ...redactionSettings() };
    const file = join(temporaryFolder(), 'settings.json');
    writeFileSync(file, JSON.stringify({ content: 'keep' }));
    const run = (env: Record<string, string>) =>
      otelMedia(['redact'], { ...ENV, ...env }, piped(JSON.stringify(titles)));
    expect((await run({})).stdout).toContain('+ hmac:');
    expect((await run({ OTEL_MEDIA_CONTENT: 'mask' })).stdout).toContain('+ ****');
    expect((await run({ OTEL_MEDIA_CONFIG: file })).stdout).toBe('1 span: 0 changed\n');
    expect(redactionSettings()).toEqual(before);
  });

  it('are those of the policy, too: names and texts of the user', async () => {
    const run = async (env: Record<string, string>, line: string) =>
      (await otelMedia(['redact', line], { ...ENV, ...env })).stdout.split('\n')[0];
    expect(await run({}, 'shoe_size=planted1')).toContain('planted1');
    expect(await run({ OTEL_MEDIA_SECRET_KEYS: 'shoe_size' }, 'shoe_size=planted1')).toBe('shoe_size=****');
    expect(await run({ OTEL_MEDIA_ALLOWED_VALUES: 'info@a.example' }, 'mail to info@a.example')).toBe(
      'mail to info@a.example',
    );
  });

  it('that are wrong are told on stderr, and left out as in the process', async () => {
    const { exitCode, stderr } = await otelMedia(['redact', 'x'], { ...ENV, OTEL_MEDIA_CONTENT: 'nonsense' });
    expect(exitCode).toBe(0);
    expect(stderr).toContain('OTEL_MEDIA_CONTENT');
  });

  it.each([
    ['{"secretKeys": ["a"],, }', 'is not valid JSON, at line 1, column 22'],
    ['[]', 'must hold an object of options'],
    [undefined, 'cannot be read: ENOENT'],
  ])('are not taken for the defaults where the file cannot be read: %s', async (content, message) => {
    const file = join(temporaryFolder(), 'settings.json');
    if (content !== undefined) writeFileSync(file, content);
    const { exitCode, stdout, stderr } = await otelMedia(['redact', 'x'], {
      ...ENV,
      OTEL_MEDIA_CONFIG: file,
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain(`(named by OTEL_MEDIA_CONFIG) ${message}`);
  });
});
