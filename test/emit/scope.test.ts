import { createContextKey, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { describe, expect, it } from 'vitest';
import { defined } from '../../src/emit/defined.ts';
import { scopeOf, userIdOf, withScope, withUser } from '../../src/emit/scope.ts';

const scope = (operation: 'job' | 'session') => ({
  operation,
  sessionId: 's',
  totals: undefined,
  attempt: undefined,
});

describe('the context of an operation', () => {
  const key = createContextKey('a key');
  const outer = ROOT_CONTEXT.setValue(key, 1);
  const session = withScope(outer, scope('session'));

  it('has its scope, and all that was in the one around it, which stays as it was', () => {
    expect(scopeOf(session)?.operation).toBe('session');
    expect(session.getValue(key)).toBe(1);
    expect(scopeOf(outer)).toBeUndefined();
  });

  it('keeps its scope whatever is set or taken away in it', () => {
    const more = withUser(session.setValue(key, 2), 'u');
    expect([scopeOf(more)?.operation, more.getValue(key), userIdOf(more)]).toEqual(['session', 2, 'u']);
    const less = more.deleteValue(key);
    expect([scopeOf(less)?.operation, less.getValue(key), userIdOf(less)]).toEqual([
      'session',
      undefined,
      'u',
    ]);
    expect(session.getValue(key)).toBe(1);
    const span = trace.wrapSpanContext({ traceId: '1'.repeat(32), spanId: '2'.repeat(16), traceFlags: 1 });
    expect(trace.getSpan(trace.setSpan(session, span))).toBe(span);
    expect(trace.getSpan(trace.deleteSpan(trace.setSpan(session, span)))).toBeUndefined();
  });

  it('gives way to the scope of what runs inside of it', () => {
    const inner = withScope(session, scope('job'));
    expect(scopeOf(inner)?.operation).toBe('job');
    expect(inner.getValue(key)).toBe(1);
    expect(scopeOf(session)?.operation).toBe('session');
  });
});

describe('attributes that are handed over', () => {
  it('are without those that are undefined, and the same object where none is', () => {
    const whole = { a: 0, b: '', c: null, d: false };
    expect(defined(whole)).toBe(whole);
    expect(Object.keys(defined({ a: 1, b: undefined, c: null }))).toEqual(['a', 'c']);
  });
});
