import { createHash } from 'node:crypto';
import { grouped } from './answers.ts';
import { DAY, type Life, SECOND } from './lives.ts';
import { ENVIRONMENT, NAMESPACE, SERVICE } from './open_metrics.ts';
import type { Download, History, Play, Session, Told } from './things.ts';

type Value = string | number | boolean;

/** A log record as the Collector hands it to Loki: its event name and its level are attributes too. */
export interface LogRecord {
  readonly at: number;
  readonly life: Life;
  readonly event: string;
  readonly level: 'info' | 'warn' | 'error';
  readonly attributes: Readonly<Record<string, Value>>;
  /** What the record is about: those of one thing share a trace. */
  readonly about: string;
}

// Loki takes nothing that is a day older than the newest of its stream; so what is sent together is of a shorter time.
const SENT_TOGETHER = DAY / 3;

/** Every record of a history up to its end, oldest first. */
export function logRecordsOf(history: History): LogRecord[] {
  const records = [
    ...history.plays.flatMap(ofPlay),
    ...history.sessions.flatMap(ofSession),
    ...history.downloads.map(ofDownload),
    ...history.stages.map((stage) => {
      const { toldAt, toldBy, name, outcome, seconds, bytesIn } = stage;
      const attributes = present({
        'media.stage.name': name,
        'media.stage.outcome': outcome,
        'media.stage.duration': seconds,
        'media.stage.size_in': bytesIn,
        ...failure(stage),
      });
      return record(
        toldAt,
        toldBy,
        'media.stage.ended',
        outcome === 'failure' ? 'error' : 'info',
        attributes,
      );
    }),
    ...history.jobs.map((job) => {
      const { toldAt, toldBy, queue, type, state, seconds } = job;
      const attributes = present({
        'messaging.destination.name': queue,
        'media.job.type': type,
        'media.job.priority': 'normal',
        'media.job.state': state,
        'media.job.previous_state': 'running',
        'media.job.duration': seconds,
        ...failure(job),
      });
      const level = state === 'failed' ? 'error' : 'info';
      return record(toldAt, toldBy, 'media.job.state_changed', level, attributes);
    }),
    ...history.errors.map(({ toldAt, toldBy, component, severity, type, category, fingerprint }) => {
      const attributes = {
        'media.error.component': component,
        'media.error.severity': severity,
        'media.error.category': category,
        'error.type': type,
        'media.error.fingerprint': fingerprint,
      };
      const level = severity === 'info' ? 'info' : severity === 'warning' ? 'warn' : 'error';
      return record(toldAt, toldBy, 'media.error', level, attributes);
    }),
    ...history.resolutions.map(({ toldAt, toldBy, fingerprint }) =>
      record(toldAt, toldBy, 'media.error.resolved', 'info', { 'media.error.fingerprint': fingerprint }),
    ),
  ];
  return records.filter(({ at }) => at <= history.end).sort((one, other) => one.at - other.at);
}

function ofPlay(play: Play): LogRecord[] {
  const { id, station, track, startedAt, startedBy, toldAt, toldBy, gapSeconds, errorCount } = play;
  const described = {
    'media.play.id': id,
    'media.play.station': station,
    'media.play.artist': `${track}a`,
    'media.play.title': `${track}t`,
    'media.play.track_key': track,
    'media.play.expected_duration': play.expectedSeconds,
    ...(gapSeconds === undefined ? {} : { 'media.play.gap': gapSeconds }),
  };
  const ended = present({
    ...described,
    'media.play.outcome': play.outcome,
    'media.play.end_reason': play.endReason,
    'media.play.duration': (play.endedAt - startedAt) / SECOND,
    'media.play.has_errors': errorCount > 0,
    'media.play.error_count': errorCount,
    'media.play.recovered': play.recovered ? true : undefined,
    'error.type': play.outcome === 'failure' ? 'connection_refused' : undefined,
  });
  const level = (gapSeconds ?? 0) > 10 ? 'warn' : 'info';
  return [
    record(startedAt, startedBy, 'media.play.started', level, described, id),
    record(toldAt, toldBy, 'media.play.ended', play.outcome === 'failure' ? 'error' : 'info', ended, id),
  ];
}

function ofSession(session: Session): LogRecord[] {
  const { id, startedAt, toldAt, toldBy, links, files, outcome } = session;
  const described = present({
    'session.id': id,
    'media.session.link_count': links,
    'user_agent.name': session.agent,
    'user_agent.synthetic.type': session.bot ? 'bot' : undefined,
    'media.visitor.hash': session.visitor,
    'geo.country.iso_code': session.country,
  });
  const ended = {
    ...described,
    'media.session.outcome': outcome,
    'media.session.file_count': files,
    'media.session.error_count': links - files,
    'media.session.has_errors': files < links,
    'media.session.duration': (toldAt - startedAt) / SECOND,
  };
  return [
    record(startedAt, toldBy, 'media.session.started', 'info', described, id),
    record(toldAt, toldBy, 'media.session.ended', outcome === 'failure' ? 'error' : 'info', ended, id),
  ];
}

function ofDownload(download: Download): LogRecord {
  const { toldAt, toldBy, outcome } = download;
  const attributes = present({
    'media.download.client': download.client,
    'media.download.proxy_used': download.proxyUsed,
    'media.download.cookies_used': download.cookiesUsed,
    'media.download.outcome': outcome,
    'media.download.duration': download.seconds,
    'media.download.size': download.bytes,
    'media.download.title': outcome === 'success' ? download.title : undefined,
    'server.address': download.host,
    ...failure(download),
  });
  const level = outcome === 'failure' ? 'error' : 'info';
  return record(toldAt, toldBy, 'media.download.attempt.ended', level, attributes);
}

function failure({ errorType, errorCategory }: Pick<Download, 'errorType' | 'errorCategory'>) {
  return { 'error.type': errorType, 'media.error.category': errorCategory };
}

function record(
  at: number,
  life: Life,
  event: string,
  level: LogRecord['level'],
  attributes: LogRecord['attributes'],
  about = anonymous(event, at, life),
): LogRecord {
  return { at, life, event, level, attributes, about };
}

function present(attributes: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );
}

/** Bodies of OTLP requests for records, which are in order. */
export function* otlpRequests(records: readonly LogRecord[]): Generator<string> {
  let from = 0;
  while (from < records.length) {
    const begin = records[from]?.at ?? 0;
    let to = from;
    while ((records[to]?.at ?? Number.POSITIVE_INFINITY) < begin + SENT_TOGETHER) to += 1;
    const byLife = grouped(records.slice(from, to), ({ life }) => life);
    yield JSON.stringify({ resourceLogs: [...byLife].map(([life, ofLife]) => resourceLogs(life, ofLife)) });
    from = to;
  }
}

const SEVERITY = { info: 9, warn: 13, error: 17 } as const;

function resourceLogs(life: Life, records: readonly LogRecord[]) {
  return {
    resource: {
      attributes: pairs({
        'service.name': SERVICE,
        'service.namespace': NAMESPACE,
        'service.version': '1.0.0',
        'service.instance.id': life.id,
        'deployment.environment.name': ENVIRONMENT,
      }),
    },
    scopeLogs: [
      {
        scope: { name: 'otel-media', version: '1.0.0' },
        logRecords: records.map(({ at, event, level, attributes, about }) => ({
          timeUnixNano: `${at}000000`,
          observedTimeUnixNano: `${at}000000`,
          severityNumber: SEVERITY[level],
          severityText: level.toUpperCase(),
          body: { stringValue: event },
          attributes: pairs({ ...attributes, event_name: event, level }),
          ...trace(about),
        })),
      },
    ],
  };
}

/** The trace of what a record of one of these events is about, which nothing else tells from others of its kind. */
export function traceOf(event: string, { toldAt, toldBy }: Told): string {
  return trace(anonymous(event, toldAt, toldBy)).traceId;
}

function anonymous(event: string, at: number, life: Life): string {
  return `${event} ${at} ${life.id}`;
}

function trace(about: string): { traceId: string; spanId: string } {
  const digits = createHash('md5').update(about).digest('hex');
  return { traceId: digits, spanId: digits.slice(0, 16) };
}

function pairs(attributes: Readonly<Record<string, Value>>) {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: typed(value) }));
}

function typed(value: Value) {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}
