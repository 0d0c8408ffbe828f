import { expect, it } from 'vitest';
import { stageNameOf } from '../../../src/media/stage/name.ts';
import { MAX_CUSTOM_STAGES, STAGES } from '../../../src/registry/stage.ts';

it.each([
  ['upload', 'upload'],
  ['Storage upload', 'storage_upload'],
  ['storage-upload', 'storage_upload'],
  [' CLEANUP ', 'cleanup'],
  ['thumbnails', 'thumbnails'],
  ['', 'other'],
  ['../../etc/passwd', 'other'],
  ['user@example.org', 'other'],
  ['https://example.org/?token=x', 'other'],
  ['x'.repeat(1_000_000), 'other'],
  [undefined, 'other'],
  [{ name: 'upload' }, 'other'],
])('%.40s is %s', (given, name) => {
  expect(stageNameOf(given)).toBe(name);
});

it('keeps a few names of the application’s own, and the seven for good', () => {
  const found = new Set(Array.from({ length: 5000 }, (_, at) => stageNameOf(`custom_${at}`)));
  // `thumbnails`, above, has taken one place.
  expect(found.size).toBe(MAX_CUSTOM_STAGES - 1 + 1);
  expect(found).toContain('other');
  expect(stageNameOf('custom_0')).toBe('custom_0');
  expect(stageNameOf('custom_4999')).toBe('other');
  for (const name of STAGES) expect(stageNameOf(name)).toBe(name);
});
