import type { AlertDefinition } from '../registry/alerts/define.ts';
import { labelName } from '../registry/prometheus_name.ts';

/** Which template language: they differ in how they name the value. */
export type Dialect = 'prometheus' | 'grafana';

const VALUE: Readonly<Record<Dialect, string>> = { prometheus: '$value', grafana: '$values.A.Value' };

const FORMATS = {
  ratio: 'humanizePercentage',
  count: 'printf "%.0f"',
  times: 'printf "%.1f"',
  duration: 'humanizeDuration',
} as const;

// `with`, as a label that is not there is an empty text to one engine and "[no value]" to the other.
const SERVICE = '{{ $labels.service_name }}{{ with $labels.deployment_environment_name }} ({{ . }}){{ end }}';

/** Fills `{value}`, `{service}` and `{name.of.attribute}` of an alert's text with the engine's own placeholders. */
export function alertText(text: string, alert: AlertDefinition, dialect: Dialect): string {
  return text.replaceAll(/\{([a-z0-9_.]+)\}/g, (_whole, name: string) => {
    if (name === 'value') return `{{ ${VALUE[dialect]} | ${FORMATS[alert.value]} }}`;
    if (name === 'service') return SERVICE;
    return `{{ $labels.${labelName(name)} }}`;
  });
}
