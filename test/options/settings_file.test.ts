import { describe, expect, it } from 'vitest';
import { readSettingsFile } from '../../src/options/settings_file.ts';
import { settingsFolder } from './settings_folder.ts';

const { file, path: pathOf } = settingsFolder();

function read(name: string, content: string) {
  return readSettingsFile(file(content, name));
}

describe('readSettingsFile', () => {
  it.each([[undefined], ['']])('reads nothing where no file is named (%j)', (path) => {
    expect(readSettingsFile(path)).toEqual({ settings: {}, problems: [] });
  });

  it.each([
    ['a.json', '{"serviceName":"a"}'],
    ['a.yaml', 'serviceName: a'],
    ['a.yml', 'serviceName: a # the name'],
    ['settings', '{"serviceName":"a"}'],
  ])('reads %s', (name, content) => {
    expect(read(name, content)).toEqual({ settings: { serviceName: 'a' }, problems: [] });
  });

  it.each([
    ['empty.yaml', ''],
    ['comment.yaml', '# nothing yet\n'],
    ['null.json', 'null'],
  ])('takes %s for no settings', (name, content) => {
    expect(read(name, content)).toEqual({ settings: {}, problems: [] });
  });

  it.each([
    ['a.json', '{"hashKey": "hunter2', 'is not valid JSON, at line 1, column 21. It is left out.'],
    ['a.json', '', 'is not valid JSON, at line 1, column 1.'],
    ['a.json', '{\n  "hashKey": hunter2\n}', 'is not valid JSON, at line 2, column 14.'],
    ['a.yaml', 'headers: {hunter2', 'is not valid YAML, at line 1, column 18.'],
    ['a.yaml', 'serviceName: a\n hashKey: hunter2', 'is not valid YAML, at line 1, column 14.'],
    ['a.yaml', '\u0000\u0001hunter2: [', 'is not valid YAML'],
    ['a.json', '["hunter2"]', 'must hold an object'],
    ['a.yaml', 'hunter2', 'must hold an object'],
  ])('says what is wrong with %s %j, without quoting it', (name, content, words) => {
    const { settings, problems } = read(name, content);
    expect(settings).toEqual({});
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`"${pathOf(name)}" (named by OTEL_MEDIA_CONFIG)`);
    expect(problems[0]).toContain(words);
    expect(problems[0]).not.toContain('hunter2');
  });

  it('says that a file is missing, or is a folder, with the path as it was given', () => {
    expect(readSettingsFile('./absent/settings.yaml').problems).toEqual([
      'settings file "./absent/settings.yaml" (named by OTEL_MEDIA_CONFIG) cannot be read: ENOENT, there is no such file or folder. It is left out.',
    ]);
    expect(readSettingsFile(pathOf('')).problems[0]).toContain(
      `"${pathOf('')}" (named by OTEL_MEDIA_CONFIG) cannot`,
    );
    expect(readSettingsFile(pathOf('')).problems[0]).toContain('cannot be read: EISDIR, it is a folder');
  });
});
