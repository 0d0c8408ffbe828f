import { describe, expect, it, vi } from 'vitest';
import { resolveOptions } from '../../src/options/resolve_options.ts';
import { registerEsmHook } from '../../src/pipeline/esm_hook.ts';
import { defaultInstrumentations } from '../../src/pipeline/instrumentations.ts';

function names(given: Parameters<typeof resolveOptions>[0] = {}): string[] {
  return defaultInstrumentations(resolveOptions(given, {}).options).map(
    ({ instrumentationName }) => instrumentationName,
  );
}

const HTTP = '@opentelemetry/instrumentation-http';
const UNDICI = '@opentelemetry/instrumentation-undici';

describe('the instrumentations that are on', () => {
  it('are http and undici, unless switched off', () => {
    expect(names()).toEqual([HTTP, UNDICI]);
    expect(names({ instrumentHttp: false })).toEqual([UNDICI]);
    expect(names({ instrumentUndici: false })).toEqual([HTTP]);
    vi.stubEnv('OTEL_NODE_DISABLED_INSTRUMENTATIONS', 'fs, http');
    expect(names()).toEqual([UNDICI]);
    vi.unstubAllEnvs();
  });
});

describe('the loader hook', () => {
  it('is not registered where it has nothing to do: Node’s own modules need none', () => {
    const all = defaultInstrumentations(resolveOptions({}, {}).options);
    expect(registerEsmHook([])).toEqual([]);
    expect(registerEsmHook(all)).toEqual([]);
  });
});
