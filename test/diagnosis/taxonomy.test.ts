import { describe, expect, it } from 'vitest';
import { MEANINGS } from '../../src/diagnosis/meanings.ts';
import { diagnoseStatus } from '../../src/diagnosis/statuses.ts';
import { TAXONOMY } from '../../src/diagnosis/taxonomy.ts';
import {
  ERROR_CATEGORIES,
  ERROR_TYPES,
  type ErrorCategory,
  type ErrorType,
} from '../../src/registry/error_types.ts';

describe('taxonomy', () => {
  it.each(ERROR_TYPES)('says everything about %s', (type) => {
    const { category, fix, fault } = TAXONOMY[type];
    expect(ERROR_CATEGORIES).toContain(category);
    expect(['network', 'site', 'account', 'tool', 'us']).toContain(fault);
    expect(fix).toMatch(/^[A-Z"'].{5,110}\.$/);
    expect(fix).not.toContain('\n');
  });

  it('has an entry for no other type', () => {
    expect(Object.keys(TAXONOMY).sort()).toEqual([...ERROR_TYPES].sort());
  });

  it.each<[ErrorCategory, boolean, readonly ErrorType[]]>([
    ['auth', false, []],
    ['blocked', false, ['rate_limited']],
    ['unavailable', false, ['live_not_started']],
    ['validation', false, []],
    ['network', true, ['certificate_error']],
    ['io', false, []],
    ['capacity', false, []],
    ['tool', false, []],
    ['timeout', true, []],
    ['database', true, ['database_error']],
    ['retry', true, []],
    ['unknown', false, ['interrupted']],
  ])('%s: trying again helps: %s, and it is otherwise with %j', (category, retried, otherwise) => {
    const types = ERROR_TYPES.filter((type) => TAXONOMY[type].category === category);
    expect(types.length).toBeGreaterThan(0);
    expect(types.filter((type) => TAXONOMY[type].retryable !== retried)).toEqual(otherwise);
  });

  it('says in one line what each code means', () => {
    expect(Object.keys(MEANINGS).sort()).toEqual([...ERROR_TYPES].sort());
    for (const meaning of Object.values(MEANINGS)) expect(meaning).toMatch(/^[A-Za-z"'].{5,90}[^.\n]$/);
  });
});

describe('HTTP statuses', () => {
  it.each([
    [401, 'unauthorized', 'auth', false],
    [403, 'forbidden', 'blocked', false],
    [404, 'not_found', 'unavailable', false],
    [407, 'proxy_error', 'network', true],
    [408, 'timeout', 'timeout', true],
    [410, 'removed', 'unavailable', false],
    [416, 'http_client_error', 'validation', false],
    [429, 'rate_limited', 'blocked', true],
    [451, 'geo_blocked', 'blocked', false],
    [500, 'server_error', 'network', true],
    [503, 'server_error', 'network', true],
    [504, 'timeout', 'timeout', true],
  ])('%i is %s', (status, type, category, retryable) => {
    expect(diagnoseStatus(status)).toMatchObject({ type, category, retryable, severity: 'error' });
  });

  it.each([0, 100, 200, 206, 302, 304, 399, 600, 999, -404, 404.5, Number.NaN, Number.POSITIVE_INFINITY])(
    '%d is no error',
    (status) => {
      expect(diagnoseStatus(status)).toBeUndefined();
    },
  );
});
