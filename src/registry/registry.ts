import * as cookies from './cookies.ts';
import type { AttributeDefinition, EventDefinition, MetricDefinition, SpanDefinition } from './define.ts';
import * as download from './download.ts';
import * as error from './error.ts';
import * as exec from './exec.ts';
import * as health from './health.ts';
import * as host from './host.ts';
import * as job from './job.ts';
import * as messaging from './messaging.ts';
import * as operation from './operation.ts';
import * as play from './play.ts';
import * as resilience from './resilience.ts';
import * as resources from './resources.ts';
import * as session from './session.ts';
import * as stage from './stage.ts';
import * as telemetry from './telemetry.ts';
import * as upstream from './upstream.ts';

// One entry a domain. What a domain exports is in the registry by that alone.
const domains = {
  session,
  download,
  cookies,
  exec,
  stage,
  job,
  play,
  messaging,
  host,
  health,
  error,
  operation,
  resilience,
  resources,
  telemetry,
  upstream,
};

type Definition = AttributeDefinition | MetricDefinition | SpanDefinition | EventDefinition;

const definitions: Definition[] = Object.values(domains).flatMap((domain) =>
  (Object.values(domain) as unknown[]).filter(isDefinition),
);

function isDefinition(value: unknown): value is Definition {
  return typeof value === 'object' && value !== null && 'name' in value && 'brief' in value;
}

/** Every attribute, by name. */
export const attributes: ReadonlyMap<string, AttributeDefinition> = new Map(
  definitions.filter((one) => 'privacy' in one).map((one) => [one.name, one]),
);

/** Every metric, by name. */
export const metrics: ReadonlyMap<string, MetricDefinition> = new Map(
  definitions.filter((one) => 'instrument' in one).map((one) => [one.name, one]),
);

/** Every span, by name (without its changing suffix). */
export const spans: ReadonlyMap<string, SpanDefinition> = new Map(
  definitions.filter((one) => 'kind' in one).map((one) => [one.name, one]),
);

/** Every event, by name. */
export const events: ReadonlyMap<string, EventDefinition> = new Map(
  definitions
    .filter((one) => 'attributes' in one && !('instrument' in one) && !('kind' in one))
    .map((one) => [one.name, one as EventDefinition]),
);
