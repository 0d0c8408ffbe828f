import type { Engine } from './engine.ts';
import type { Ports } from './ports.ts';
import type { ServiceName } from './programs/programs.ts';

/** A part of the stack that has an address of its own. */
export type ComponentName = ServiceName | 'grafana';

/** Base URLs of the parts of a stack, without a slash at the end. */
export interface Endpoints {
  readonly otlpHttp: string;
  readonly otlpGrpc: string;
  readonly prometheus: string;
  readonly loki: string;
  readonly tempo: string;
  readonly collectorHealth: string;
  /** Only with a container engine. */
  readonly grafana?: string;
}

/** The parts that an engine runs, in the order of the table. */
export function componentsOf(engine: Engine): ComponentName[] {
  const services: ComponentName[] = ['collector', 'prometheus', 'loki', 'tempo'];
  return engine === 'compose' ? [...services, 'grafana'] : services;
}

/** The addresses of a stack on these ports. */
export function endpointsOf(engine: Engine, ports: Ports): Endpoints {
  return {
    otlpHttp: local(ports.otlpHttp),
    otlpGrpc: local(ports.otlpGrpc),
    prometheus: local(ports.prometheus),
    loki: local(ports.loki),
    tempo: local(ports.tempo),
    collectorHealth: local(ports.collectorHealth),
    ...(engine === 'compose' ? { grafana: local(ports.grafana) } : {}),
  };
}

/** The URL that answers 200 once a part is ready. */
export function readinessUrl(name: ComponentName, ports: Ports): string {
  switch (name) {
    case 'collector':
      return `${local(ports.collectorHealth)}/`;
    case 'prometheus':
      return `${local(ports.prometheus)}/-/ready`;
    case 'grafana':
      return `${local(ports.grafana)}/api/health`;
    default:
      return `${local(ports[name])}/ready`;
  }
}

function local(port: number): string {
  return `http://127.0.0.1:${port}`;
}
