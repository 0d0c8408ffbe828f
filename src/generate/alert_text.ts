import type { AlertDefinition } from '../registry/alerts.ts';
import { labelName } from '../registry/prometheus_name.ts';

/** Which template language: they differ in how they name the value. */
export type Dialect = 'prometheus' | 'grafana';

const VALUE: Readonly<Record<Dialect, string>> = { prometheus: '$value', grafana: '$values.A.Value' };

// `with`, as a label that is not there is an empty text to one engine and "[no value]" to the other.
const SERVICE = '{{ $labels.service_name }}{{ with $labels.deployment_environment_name }} ({{ . }}){{ end }}';

/** Fills `{value}`, `{service}` and `{name.of.attribute}` of an alert's text with the engine's own placeholders. */
export function alertText(text: string, alert: AlertDefinition, dialect: Dialect): string {
  const format = alert.value === 'ratio' ? 'humanizePercentage' : 'printf "%.0f"';
  return text.replaceAll(/\{([a-z0-9_.]+)\}/g, (_whole, name: string) => {
    if (name === 'value') return `{{ ${VALUE[dialect]} | ${format} }}`;
    if (name === 'service') return SERVICE;
    return `{{ $labels.${labelName(name)} }}`;
  });
}
