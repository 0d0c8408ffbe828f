import type { InstrumentationScope } from '@opentelemetry/core';
import type { Resource } from '@opentelemetry/resources';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { redactAttributes } from '../attributes/attributes.ts';
import { failedClosed } from '../failure_count.ts';
import { MASK } from '../mask.ts';
import { redactText } from '../text/text.ts';

// A process has one resource and a few scopes, each the same object on every signal.
const resources = new WeakMap<Resource, Resource>();
const scopes = new WeakMap<object, InstrumentationScope>();

/** A resource as it may leave. Attributes still being found out asynchronously are waited for by the SDK beforehand. */
export function redactResource(resource: Resource): Resource {
  let redacted = resources.get(resource);
  if (redacted === undefined) {
    redacted = failedClosed(
      () => resourceFromAttributes(withoutSecrets(redactAttributes(resource.attributes))),
      resourceFromAttributes({}),
    );
    if (!resource.asyncAttributesPending) resources.set(resource, redacted);
  }
  return redacted;
}

// On a resource a masked value is no use to anybody, and becomes a label in some stores.
function withoutSecrets(attributes: Resource['attributes']): Resource['attributes'] {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== MASK));
}

/** An instrumentation scope as it may leave: its name, its version, the address of its schema, its attributes. */
export function redactScope<S extends InstrumentationScope & { attributes?: Resource['attributes'] }>(
  scope: S,
): S {
  const known = scopes.get(scope);
  if (known !== undefined) return known as S;
  const { name, version, schemaUrl, attributes } = scope;
  const redacted = {
    ...scope,
    name: failedClosed(() => redactText(name), MASK),
    ...(version !== undefined && { version: failedClosed(() => redactVersion(version), MASK) }),
    ...(schemaUrl !== undefined && { schemaUrl: failedClosed(() => redactText(schemaUrl), '') }),
    ...(attributes && { attributes: failedClosed(() => redactAttributes(attributes), {}) }),
  };
  scopes.set(scope, redacted);
  return redacted;
}

// Four numbers are a version there, and no address.
function redactVersion(version: string): string {
  return /^[\d.]{1,40}$/.test(version) ? version : redactText(version);
}
