import http, * as httpNamespace from 'node:http';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { diag } from '@opentelemetry/api';
import { type Instrumentation, isWrapped } from '@opentelemetry/instrumentation';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import { isSuppressed } from '../emit/suppression.ts';
import type { ResolvedOptions } from '../options/defaults.ts';
import { type OptOutRules, optOutOf } from './opt_out.ts';

// They make no spans where tracing is suppressed, but count all the same.
const leftOut = {
  outgoing: { ignoreOutgoingRequestHook: () => isSuppressed() },
  undici: { ignoreRequestHook: () => isSuppressed() },
};

/**
 * The instrumentations that are on by default: http and https, and undici, which is `fetch`.
 *
 * @param optOut tells of a request that arrives whether it is to leave nothing
 */
export function defaultInstrumentations(
  options: ResolvedOptions,
  optOut?: OptOutRules['optOut'],
): Instrumentation[] {
  const ignored = optOutOf({ doNotTrack: options.doNotTrack, optOut });
  const off = new Set(
    (process.env.OTEL_NODE_DISABLED_INSTRUMENTATIONS ?? '').split(',').map((name) => name.trim()),
  );
  return [
    ...(options.instrumentHttp && !off.has('http')
      ? [
          new HttpInstrumentation({
            ...leftOut.outgoing,
            ...(ignored && { ignoreIncomingRequestHook: ignored }),
          }),
        ]
      : []),
    ...(options.instrumentUndici && !off.has('undici') ? [new UndiciInstrumentation(leftOut.undici)] : []),
  ];
}

/**
 * Makes instrumentation take effect for ES modules too, those that were loaded before included.
 *
 * `http` is patched in place when it is next required; the named bindings that ES modules hold (`import { request }`)
 * then follow by `syncBuiltinESMExports`. undici reports by diagnostics channels and needs nothing.
 *
 * @returns what could not be made to take effect, in words; empty if all is well
 */
export function activateInstrumentations(instrumentations: readonly Instrumentation[]): string[] {
  if (!instrumentations.some((one) => one instanceof HttpInstrumentation)) return [];
  try {
    const require = createRequire(import.meta.url);
    require('node:http');
    require('node:https');
    syncBuiltinESMExports();
  } catch (error) {
    diag.debug('otel-media: loading http for its instrumentation failed', error);
  }
  if (isWrapped(http.request) && isWrapped(httpNamespace.request)) return [];
  return [
    'HTTP instrumentation could not take effect, so HTTP requests will have no spans. ' +
      'Start the application with `node --import otel-media/register`, and keep `otel-media` out of bundles.',
  ];
}
