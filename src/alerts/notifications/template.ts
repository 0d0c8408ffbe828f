/** Names of the templates, for the settings of channels. */
export const TITLE = '{{ template "otel-media.title" . }}';
export const MESSAGE = '{{ template "otel-media.message" . }}';

// Only what Grafana's templates and Alertmanager's have in common, so that the one can be tried with the other. Links of
// rules are relative: they are of the Grafana that sends.
const LINES = [
  '{{ define "otel-media.title" -}}',
  '{{ if eq .Status "firing" }}{{ .CommonLabels.severity | toUpper }}{{ else }}RESOLVED{{ end }}: {{ .CommonLabels.alertname }}',
  '{{- with .CommonLabels.service_name }} of {{ . }}{{ end }}',
  '{{- with .CommonLabels.deployment_environment_name }} ({{ . }}){{ end }}',
  '{{- end }}',
  '',
  '{{ define "otel-media.message" -}}',
  '{{ $base := .ExternalURL | reReplaceAll "/+$" "" -}}',
  '{{ range .Alerts -}}',
  '{{ if eq .Status "firing" }}{{ .Annotations.summary }}{{ else }}Over: {{ .Annotations.summary }}{{ end }}',
  'Since {{ .StartsAt.UTC.Format "2006-01-02 15:04" }} UTC',
  '{{- if eq .Status "resolved" }} until {{ .EndsAt.UTC.Format "2006-01-02 15:04" }} UTC{{ end }}',
  '{{ if eq .Status "firing" }}{{ .Annotations.description }}',
  '{{ end -}}',
  'Dashboard: {{ $base }}{{ .Annotations.dashboard_url }}',
  'Traces: {{ $base }}{{ .Annotations.traces_url }}',
  'Runbook: {{ $base }}{{ .Annotations.runbook_url }}',
  '',
  '{{ end -}}',
  '{{ end }}',
  '',
];

/** The templates of notifications: what, where, since when, and links to dashboard, traces and runbook. */
export function notificationTemplates(): string {
  return LINES.join('\n');
}
