import { table } from './output/table.ts';
import type { ComponentName, Endpoints } from './stack/endpoints.ts';
import { formatSeconds } from './stack/progress.ts';
import type { ComponentStatus, StackStatus } from './stack/status.ts';

const TITLES: Readonly<Record<ComponentName, string>> = {
  collector: 'Collector',
  prometheus: 'Prometheus',
  loki: 'Loki',
  tempo: 'Tempo',
  grafana: 'Grafana',
};

/** The parts of a stack with their times and addresses, as lines for people. */
export function stackTable(status: StackStatus): string[] {
  const { endpoints } = status;
  if (endpoints === undefined) return [];
  const rows = [['  component', 'state', 'ready in', 'address']];
  for (const component of status.components) {
    rows.push(...componentRows(component, endpoints));
  }
  if (endpoints.grafana === undefined) {
    rows.push(['  Grafana', 'none', '-', 'needs a container engine (docker or podman)']);
  }
  return table(rows, [2]);
}

/** The address that senders of telemetry use when it is not the one they know by themselves. */
export function otherEndpoint(endpoints: Endpoints): string | undefined {
  return endpoints.otlpHttp.endsWith(':4318') ? undefined : endpoints.otlpHttp;
}

function componentRows({ name, state, readyMs }: ComponentStatus, endpoints: Endpoints): string[][] {
  const time = readyMs === undefined ? '-' : formatSeconds(readyMs / 1000);
  if (name === 'collector') {
    return [
      [`  ${TITLES[name]}`, state, time, `${endpoints.otlpHttp} (OTLP over HTTP)`],
      ['', '', '', `${endpoints.otlpGrpc} (OTLP over gRPC)`],
    ];
  }
  return [[`  ${TITLES[name]}`, state, time, endpoints[name] ?? '']];
}
