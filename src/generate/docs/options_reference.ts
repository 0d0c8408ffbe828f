import { allowedValues } from '../../options/option_problems.ts';
import type { OptionSchema } from '../../options/option_schema.ts';
import { OPTION_SCHEMAS } from '../../options/schema.ts';
import { thresholdRange } from '../../options/threshold_range.ts';
import { THRESHOLD_NAMES, THRESHOLDS } from '../../registry/thresholds.ts';
import { MARKDOWN_NOTICE } from '../generated_file.ts';

/** The page of all settings: option, environment variable, what is allowed. */
export function optionsReference(): string {
  const rows = Object.entries(OPTION_SCHEMAS as Record<string, OptionSchema>).map(
    ([name, schema]) =>
      `| \`${name}\` | \`${schema.env ?? ''}\` | ${allowedValues(schema)} | ${schema.description} |`,
  );
  return `${MARKDOWN_NOTICE}
# Settings

Each setting can be given to \`init()\`, in a settings file (JSON or YAML, named by \`OTEL_MEDIA_CONFIG\`), or by an
environment variable. The environment wins over code, code over the file, the file over the default. A value that is
not allowed, or a name that does not exist, is left out, with a line on stderr that says what was likely meant: telemetry
does not keep an application from starting.

| option | variable | allowed | meaning |
|---|---|---|---|
${rows.join('\n')}

\`OTEL_TRACES_EXPORTER\`, \`OTEL_METRICS_EXPORTER\` and \`OTEL_LOGS_EXPORTER\` take \`otlp\` or \`none\`. OpenTelemetry's other
variables work as ever: \`OTEL_RESOURCE_ATTRIBUTES\`, \`OTEL_TRACES_SAMPLER\`, \`OTEL_PROPAGATORS\`, \`OTEL_BSP_*\`, \`OTEL_BLRP_*\`,
\`OTEL_EXPORTER_OTLP_{TRACES,METRICS,LOGS}_ENDPOINT\`, \`OTEL_NODE_RESOURCE_DETECTORS\`, \`OTEL_NODE_DISABLED_INSTRUMENTATIONS\`.
What is sent is OTLP over HTTP with JSON, so \`OTEL_EXPORTER_OTLP_PROTOCOL\` has no effect.

## Thresholds

The parts of the setting \`thresholds\`, as \`otel-media alerts --thresholds\` lists them, too. Those of alerts are taken up by
\`otel-media up --settings FILE\`, or written as rules by \`otel-media alerts --settings FILE --out DIR\`.

| threshold | default | allowed | meaning |
|---|---|---|---|
${THRESHOLD_NAMES.map(thresholdRow).join('\n')}
`;
}

function thresholdRow(name: (typeof THRESHOLD_NAMES)[number]): string {
  const definition = THRESHOLDS[name];
  return `| \`${name}\` | ${definition.value} | ${thresholdRange(definition)} | ${definition.brief} |`;
}
