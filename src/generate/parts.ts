import { alertPlacesModule } from './alert_places.ts';
import { alertRulesGrafana } from './alert_rules_grafana.ts';
import { alertRulesPrometheus } from './alert_rules_prometheus.ts';
import { collectorRedaction } from './collector_redaction.ts';
import { dashboards } from './dashboards/dashboards.ts';
import { runbooksDashboard } from './dashboards/runbooks.ts';
import { failureReference } from './failure_reference.ts';
import type { GeneratedFile } from './generated_file.ts';
import { optionsReference } from './options_reference.ts';
import { optionsValidator } from './options_validator.ts';
import { questionMap } from './question_map.ts';
import { signalReference } from './signal_reference.ts';
import { weaverRegistry } from './weaver.ts';

/** Every generated file. One that is not listed here is written by hand. */
export const parts: readonly GeneratedFile[] = [
  { path: 'src/options/validator.generated.ts', content: optionsValidator },
  { path: 'docs/options.generated.md', content: optionsReference },
  { path: 'collector/redaction.generated.yaml', content: collectorRedaction },
  { path: 'docs/signals.generated.md', content: signalReference },
  { path: 'docs/failures.generated.md', content: failureReference },
  { path: 'docs/registry.generated.yaml', content: weaverRegistry },
  { path: 'docs/questions.generated.md', content: questionMap },
  ...dashboards.map(({ key, json }) => ({ path: `grafana/dashboards/${key}.generated.json`, content: json })),
  { path: 'grafana/dashboards/runbooks.generated.json', content: runbooksDashboard },
  { path: 'src/alerts/places.generated.ts', content: alertPlacesModule },
  { path: 'grafana/prometheus/alerts.generated.yaml', content: alertRulesPrometheus },
  { path: 'grafana/provisioning/alerting/rules.generated.yaml', content: alertRulesGrafana },
];
