import { createRequire } from 'node:module';
import { diag, type TextMapPropagator } from '@opentelemetry/api';
import { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } from '@opentelemetry/core';
import { RedactingPropagator } from '../redact/signals/baggage.ts';

/**
 * The propagators that `OTEL_PROPAGATORS` names (default `tracecontext,baggage`), with what they send redacted. Null for
 * `none`.
 */
export function propagatorFromEnv(env: NodeJS.ProcessEnv = process.env): TextMapPropagator | null {
  const names = (env.OTEL_PROPAGATORS ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const chosen = new Set(names.length > 0 ? names : ['tracecontext', 'baggage']);
  if (chosen.has('none')) return null;
  const propagators = [...chosen].flatMap((name) => propagatorNamed(name) ?? []);
  return propagators.length === 0 ? null : new RedactingPropagator(new CompositePropagator({ propagators }));
}

function propagatorNamed(name: string): TextMapPropagator | undefined {
  switch (name) {
    case 'tracecontext':
      return new W3CTraceContextPropagator();
    case 'baggage':
      return new W3CBaggagePropagator();
    case 'b3':
    case 'b3multi':
      return b3(name === 'b3multi');
    default:
      diag.warn(`unknown propagator from OTEL_PROPAGATORS: ${JSON.stringify(name)}`);
      return undefined;
  }
}

interface B3Module {
  readonly B3Propagator: new (options: { injectEncoding?: number }) => TextMapPropagator;
  readonly B3InjectEncoding: { readonly MULTI_HEADER: number };
}

// Loaded where it is asked for, which is seldom.
function b3(multiple: boolean): TextMapPropagator | undefined {
  try {
    const require = createRequire(import.meta.url);
    const { B3Propagator, B3InjectEncoding } = require('@opentelemetry/propagator-b3') as B3Module;
    return new B3Propagator(multiple ? { injectEncoding: B3InjectEncoding.MULTI_HEADER } : {});
  } catch (error) {
    diag.warn('the B3 propagator could not be loaded', error);
    return undefined;
  }
}
