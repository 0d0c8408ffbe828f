import type { RunningStack } from '../../src/cli/stack/stack.ts';
import type { Terminal } from './terminal.ts';

/** Where to go from here, while the stack runs. */
export function whereToLook(
  { endpoints, alreadyRunning }: RunningStack,
  service: string,
  { colours }: Terminal,
): string[] {
  const { grafana, prometheus, loki, tempo } = endpoints;
  return [
    colours.bold('Where to look next'),
    '',
    grafana === undefined
      ? '  Grafana     not running: it needs a container engine (docker or podman)'
      : `  Grafana     ${grafana}/d/otel-media-downloads  (dashboard "Downloads")`,
    `  Prometheus  ${prometheus}/query`,
    `  Loki        ${loki}  (logcli --addr, or Grafana)`,
    `  Tempo       ${tempo}  (/api/traces/ and an id, or Grafana)`,
    `  Downloader  ${service}/health/yt-dlp`,
    '',
    'Downloads go on, good ones and bad ones. Ctrl-C ends them' +
      (alreadyRunning ? '; the stack stays up (otel-media down).' : ', and the stack.'),
  ];
}
