import { describe, expect, it } from 'vitest';
import { resolveOptions } from '../../src/options/resolve_options.ts';
import { settingsLines } from '../../src/options/settings_lines.ts';

describe('the settings in force', () => {
  it('are told without those that are nobody’s business', () => {
    const { options } = resolveOptions({ hashKey: 'planted key of 16', headers: { a: 'planted' } }, {});
    const lines = settingsLines(options).join('\n');
    expect(lines).toContain('setting content is "hash"');
    expect(lines).toContain('setting hashKey is set');
    expect(lines).not.toContain('planted');
    const own = {
      secretKeys: ['planted'],
      secretPatterns: ['planted\\\\d+'],
      allowedValues: ['planted@x.org'],
    };
    const told = settingsLines(resolveOptions(own, {}).options).join('\n');
    expect(told).toContain('setting secretPatterns is set');
    expect(told).not.toContain('planted');
  });
});
