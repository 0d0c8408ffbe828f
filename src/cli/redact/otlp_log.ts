import { ExportResultCode } from '@opentelemetry/core';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { RedactingLogRecordExporter } from '../../redact/signals/log_exporter.ts';
import { anyValue, attributesOf, optional, text } from './otlp_json.ts';
import { type Compared, contextOf, NO_TIME, type Origin } from './otlp_part.ts';

/** A log record before and after redaction. */
export function comparedLog(path: string, origin: Origin): Compared {
  return {
    path,
    kind: 'log record',
    before: plainLog(logOf(origin)),
    after: plainLog(redactedLog(origin)),
  };
}

/** A log record as it would leave, and its resource and scope with it. */
export function redactedLog(origin: Origin): ReadableLogRecord {
  const record = logOf(origin);
  let after = record;
  new RedactingLogRecordExporter({
    export(all, done) {
      [after = record] = all;
      done({ code: ExportResultCode.SUCCESS });
    },
    async forceFlush() {},
    shutdown: async () => {},
  }).export([record], () => {});
  return after;
}

function logOf({ resource, instrumentationScope, item }: Origin): ReadableLogRecord {
  return {
    hrTime: NO_TIME,
    hrTimeObserved: NO_TIME,
    spanContext: contextOf(item),
    ...optional('body', item.body === undefined ? undefined : anyValue(item.body)),
    ...optional('eventName', text(item.eventName)),
    ...optional('severityText', text(item.severityText)),
    attributes: attributesOf(item),
    resource,
    instrumentationScope,
    droppedAttributesCount: 0,
  };
}

function plainLog({ body, eventName, severityText, attributes }: ReadableLogRecord): object {
  return { body, eventName, severityText, attributes };
}
