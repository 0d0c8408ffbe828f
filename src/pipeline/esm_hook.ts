import { createRequire, isBuiltin, register } from 'node:module';
import type { Instrumentation } from '@opentelemetry/instrumentation';

type SyncHooks = typeof import('import-in-the-middle/register-hooks.mjs');

// Loaded only when some instrumentation needs it: it brings two parsers, and few applications have any use for them.
const HOOKS = 'import-in-the-middle/register-hooks.mjs';

/**
 * Registers the loader hook through which instrumentations patch packages that are ES modules. Only for the packages
 * that some instrumentation asks for, since the hook reads every module it covers; Node's own modules need no hook.
 *
 * @returns what could not be made to take effect, in words; empty if all is well
 */
export function registerEsmHook(instrumentations: readonly Instrumentation[]): string[] {
  const include = [...new Set(instrumentations.flatMap(patchedModules))].filter((name) => !isBuiltin(name));
  if (include.length === 0) return [];
  const require = createRequire(import.meta.url);
  try {
    const { register: registerSync, supportsSyncHooks } = require(HOOKS) as SyncHooks;
    if (supportsSyncHooks()) registerSync({ include });
    else register('import-in-the-middle/hook.mjs', import.meta.url, { data: { include } });
  } catch {
    return [
      `the loader hook could not be registered, so ${include.join(', ')} will have no spans where imported`,
    ];
  }
  const loaded = include.filter((name) =>
    Object.keys(require.cache).some((path) => path.includes(`/node_modules/${name}/`)),
  );
  return loaded.map(
    (name) =>
      `${name} was loaded before it could be instrumented and will have no spans; ` +
      'start with `node --import otel-media/register`, or call init() before importing it',
  );
}

function patchedModules(instrumentation: Instrumentation): string[] {
  const { getModuleDefinitions } = instrumentation as { getModuleDefinitions?: () => { name: string }[] };
  return getModuleDefinitions?.call(instrumentation).map(({ name }) => name) ?? [];
}
