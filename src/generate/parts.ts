import { notificationsGrafana } from './alerts/notifications_grafana.ts';
import { alertPlacesModule } from './alerts/places.ts';
import { alertRulesGrafana } from './alerts/rules_grafana.ts';
import { alertRulesPrometheus } from './alerts/rules_prometheus.ts';
import { collectorRedaction } from './collector/redaction.ts';
import { dashboards } from './dashboards/dashboards.ts';
import { runbooksDashboard } from './dashboards/runbooks.ts';
import { alertReference } from './docs/alert_reference.ts';
import { dashboardQueries, queriesPath } from './docs/dashboard_queries.ts';
import { detectorReference } from './docs/detector_reference.ts';
import { failureReference } from './docs/failure_reference.ts';
import { optionsReference } from './docs/options_reference.ts';
import { questionMap } from './docs/question_map.ts';
import { signalReference } from './docs/signal_reference.ts';
import type { GeneratedFile } from './generated_file.ts';
import { optionsValidator } from './options_validator.ts';
import { weaverRegistry } from './weaver.ts';

/** Every generated file. One that is not listed here is written by hand. */
export const parts: readonly GeneratedFile[] = [
  { path: 'src/options/validator.generated.ts', content: optionsValidator },
  { path: 'docs/options.generated.md', content: optionsReference },
  { path: 'collector/redaction.generated.yaml', content: collectorRedaction },
  { path: 'docs/signals.generated.md', content: signalReference },
  { path: 'docs/failures.generated.md', content: failureReference },
  { path: 'docs/detectors.generated.md', content: detectorReference },
  { path: 'docs/registry.generated.yaml', content: weaverRegistry },
  { path: 'docs/questions.generated.md', content: questionMap },
  ...dashboards.map((dashboard) => ({
    path: `docs/${queriesPath(dashboard.key)}`,
    content: () => dashboardQueries(dashboard),
  })),
  ...dashboards.map(({ key, json }) => ({ path: `grafana/dashboards/${key}.generated.json`, content: json })),
  { path: 'grafana/dashboards/runbooks.generated.json', content: runbooksDashboard },
  { path: 'docs/alerts.generated.md', content: alertReference },
  { path: 'src/alerts/places.generated.ts', content: alertPlacesModule },
  { path: 'grafana/prometheus/alerts.generated.yaml', content: alertRulesPrometheus },
  { path: 'grafana/provisioning/alerting/notifications.generated.yaml', content: notificationsGrafana },
  { path: 'grafana/provisioning/alerting/rules.generated.yaml', content: alertRulesGrafana },
];
