import { type Resource, resourceFromAttributes } from '@opentelemetry/resources';
import { attributesOf, type Json, list, object, optional, text } from './otlp_json.ts';
import { comparedLog, redactedLog } from './otlp_log.ts';
import { comparedMetric } from './otlp_metric.ts';
import type { Compared } from './otlp_part.ts';
import { comparedSpan } from './otlp_span.ts';

const KINDS = [
  { resources: 'resourceSpans', scopes: 'scopeSpans', items: 'spans', compared: comparedSpan },
  { resources: 'resourceLogs', scopes: 'scopeLogs', items: 'logRecords', compared: comparedLog },
  { resources: 'resourceMetrics', scopes: 'scopeMetrics', items: 'metrics', compared: comparedMetric },
] as const;

type Kind = (typeof KINDS)[number];

/**
 * Every part of a document of OTLP, before and after redaction. Each goes through the exporter that it would go through
 * in the process, so that what is shown is what would leave.
 */
export function* redactedParts(document: Json): Generator<Compared> {
  for (const kind of KINDS) {
    for (const [at, one] of list(document[kind.resources]).entries()) {
      const path = `${kind.resources}[${at}]`;
      const resource = resourceFromAttributes(attributesOf(object(one.resource)) as Resource['attributes']);
      const after = redactedLog({ resource, instrumentationScope: { name: '' }, item: {} });
      yield {
        path: `${path}.resource`,
        kind: 'resource',
        before: { attributes: resource.attributes },
        after: { attributes: after.resource.attributes },
      };
      for (const [scopeAt, scoped] of list(one[kind.scopes]).entries()) {
        yield* partsOfScope(`${path}.${kind.scopes}[${scopeAt}]`, scoped, kind, resource);
      }
    }
  }
}

function* partsOfScope(path: string, scoped: Json, kind: Kind, resource: Resource): Generator<Compared> {
  const given = object(scoped.scope);
  const instrumentationScope = {
    name: text(given.name) ?? '',
    ...optional('version', text(given.version)),
    ...optional('schemaUrl', text(scoped.schemaUrl)),
    attributes: attributesOf(given) as Resource['attributes'],
  };
  const after = redactedLog({ resource, instrumentationScope, item: {} }).instrumentationScope;
  yield { path: `${path}.scope`, kind: 'scope', before: instrumentationScope, after };
  for (const [at, item] of list(scoped[kind.items]).entries()) {
    yield kind.compared(`${path}.${kind.items}[${at}]`, { resource, instrumentationScope, item });
  }
}
