import type { Signal } from '../emit/export_results.ts';
import type { ResolvedOptions } from '../options/defaults.ts';
import { redactUrl } from '../redact/urls/url.ts';
import { TELEMETRY_SIGNALS } from '../registry/telemetry.ts';
import { VERSION } from '../version.ts';
import { type Exporters, signalUrl } from './exporters.ts';
import { serviceName } from './resource.ts';

/** One line that says what is sent where, with nothing secret in it: credentials and parameters of URLs are masked. */
export function startupLine(options: ResolvedOptions, exporters: Exporters): string {
  const signals = TELEMETRY_SIGNALS.filter((signal) => exporters[signal] !== undefined);
  if (signals.length === 0) return `otel-media ${VERSION}: every signal is switched off; nothing is sent`;
  const { name, chosen } = serviceName(options);
  const service = chosen ? name : `${name} (set OTEL_SERVICE_NAME to name it)`;
  const headers = Object.keys(options.headers).length > 0 ? ', with headers' : '';
  return `otel-media ${VERSION}: ${listed(signals)} of ${service} to ${destination(signals, options)}${headers}`;
}

function destination(signals: readonly Signal[], options: ResolvedOptions): string {
  const urls = signals.map((signal) => redactUrl(signalUrl(signal, options)));
  const bases = new Set(urls.map((url, at) => url.replace(new RegExp(`/v1/${signals[at]}$`), '')));
  return bases.size === 1 ? [...bases].join() : urls.join(', ');
}

function listed(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words.join();
}
