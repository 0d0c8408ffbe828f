/** The programs of the stack that can run without a container engine, and those that only the project's own tests need. */
export type ProgramName =
  | 'collector'
  | 'prometheus'
  | 'promtool'
  | 'loki'
  | 'tempo'
  | 'alertmanager'
  | 'telemetrygen';

/** The programs that run; promtool only checks rules, the others are for tests. */
export type ServiceName = Exclude<ProgramName, 'promtool' | 'alertmanager' | 'telemetrygen'>;

export const SERVICE_NAMES: readonly ServiceName[] = ['collector', 'prometheus', 'loki', 'tempo'];

/** How a program is recognised on PATH, and built where there is none. */
export interface Program {
  readonly title: string;
  /** Its Go module: a folder in `collector/native`. */
  readonly module: string;
  /** Where that folder is, if elsewhere; relative to the package. */
  readonly folder?: string;
  readonly package: string;
  readonly tags?: string;
  /** A module whose presence in Go's module cache shows that the downloads were done before. */
  readonly probe: string;
  /** Measured on two cores with nothing compiled before, alone, downloads not counted. */
  readonly buildSeconds: number;
  /** Disk taken by its modules, as downloaded and unpacked, in GB. */
  readonly moduleGigabytes: number;
  /** Disk taken by its compiled packages in Go's build cache, in GB. */
  readonly packageGigabytes: number;
  /** What it is called on PATH, in order of preference. */
  readonly commands: readonly string[];
  /** First version it may have, below the next major one. The first group of `pattern` is the version. */
  readonly version: { readonly pattern: RegExp; readonly from: string };
}

export const PROGRAMS: Readonly<Record<ProgramName, Program>> = {
  collector: {
    title: 'Collector',
    module: 'collector',
    package: '.',
    probe: 'go.opentelemetry.io/collector/component',
    buildSeconds: 130,
    moduleGigabytes: 1,
    packageGigabytes: 1,
    commands: ['otelcol-contrib', 'otelcol'],
    version: { pattern: /^otelcol\S* version v?(\d+\.\d+\.\d+)/m, from: '0.155.0' },
  },
  prometheus: {
    title: 'Prometheus',
    module: 'prometheus',
    package: 'github.com/prometheus/prometheus/cmd/prometheus',
    tags: 'netgo,remove_all_sd',
    probe: 'github.com/prometheus/prometheus',
    buildSeconds: 115,
    moduleGigabytes: 1,
    packageGigabytes: 0.8,
    commands: ['prometheus'],
    version: { pattern: /^prometheus, version (\d+\.\d+\.\d+)/m, from: '3.5.0' },
  },
  promtool: {
    title: 'promtool',
    module: 'prometheus',
    package: 'github.com/prometheus/prometheus/cmd/promtool',
    tags: 'netgo,remove_all_sd',
    probe: 'github.com/prometheus/prometheus',
    buildSeconds: 15,
    moduleGigabytes: 0,
    packageGigabytes: 0.1,
    commands: ['promtool'],
    version: { pattern: /^promtool, version (\d+\.\d+\.\d+)/m, from: '3.5.0' },
  },
  loki: {
    title: 'Loki',
    module: 'loki',
    package: 'github.com/grafana/loki/v3/cmd/loki',
    probe: 'github.com/grafana/loki/v3',
    buildSeconds: 260,
    moduleGigabytes: 2.3,
    packageGigabytes: 1.6,
    commands: ['loki'],
    version: { pattern: /^loki, version (\d+\.\d+\.\d+)/m, from: '3.5.0' },
  },
  tempo: {
    title: 'Tempo',
    module: 'tempo',
    package: 'github.com/grafana/tempo/cmd/tempo',
    probe: 'github.com/grafana/tempo',
    buildSeconds: 180,
    moduleGigabytes: 1.6,
    packageGigabytes: 1.3,
    commands: ['tempo'],
    version: { pattern: /^tempo, version v?(\d+\.\d+\.\d+)/m, from: '2.8.0' },
  },
  // Not part of the stack, and its module not of the package: the tests of notifications are told by it.
  alertmanager: {
    title: 'Alertmanager',
    module: 'alertmanager',
    folder: 'test/stack/alerting/alertmanager',
    package: 'github.com/prometheus/alertmanager/cmd/alertmanager',
    tags: 'netgo',
    probe: 'github.com/prometheus/alertmanager',
    buildSeconds: 60,
    moduleGigabytes: 0.5,
    packageGigabytes: 0.5,
    commands: ['alertmanager'],
    version: { pattern: /^alertmanager, version (\d+\.\d+\.\d+)/m, from: '0.31.0' },
  },
  // The same: `npm run bench:collector` sends with it.
  telemetrygen: {
    title: 'telemetrygen',
    module: 'telemetrygen',
    folder: 'test/bench/collector/telemetrygen',
    package: 'github.com/open-telemetry/opentelemetry-collector-contrib/cmd/telemetrygen',
    probe: 'github.com/open-telemetry/opentelemetry-collector-contrib/cmd/telemetrygen',
    buildSeconds: 20,
    moduleGigabytes: 0.2,
    packageGigabytes: 0.2,
    commands: ['telemetrygen'],
    version: { pattern: /telemetrygen version v?(\d+\.\d+\.\d+)/m, from: '0.155.0' },
  },
};
