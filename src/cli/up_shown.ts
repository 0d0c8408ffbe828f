import { VERSION } from '../version.ts';
import type { CommandInput } from './command.ts';
import { shortPath, stateFolder } from './stack/paths.ts';
import { formatSeconds } from './stack/progress.ts';
import { type RunningStack, stackStatus } from './stack/stack.ts';
import type { NewThreshold } from './stack/thresholds/running_thresholds.ts';
import { otherEndpoint, stackTable } from './stack_table.ts';

/** A stack that is ready, for programs. */
export function upAsJson(stack: RunningStack, seconds: number): string {
  const { engine, stateDir, alreadyRunning, version, endpoints, readyMs } = stack;
  const { thresholds, applied, waiting, reverted, waitingVariables } = stack;
  const took = Number(seconds.toFixed(3));
  const value = {
    ...{ engine, stateDir, alreadyRunning, version, endpoints, readyMs, seconds: took },
    ...{ thresholds, applied, waiting, reverted, waitingVariables },
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A stack that is ready, for people: where it is, what it goes by, and what to do with it. */
export async function upAsText(stack: RunningStack, seconds: number, input: CommandInput): Promise<string> {
  // Whoever has it in a project only, and started it by npx, could not call it by its name alone.
  const command = input.env.npm_command === 'exec' ? 'npx otel-media' : 'otel-media';
  const { endpoints, stateDir } = stack;
  const stateOption = stateDir === stateFolder() ? '' : ` --state ${shortPath(stateDir)}`;
  const settings = input.named('settings') === '--settings' ? input.text('settings') : undefined;
  const settingsOption = settings
    ? ` --settings ${/\s/.test(settings) ? JSON.stringify(settings) : settings}`
    : '';
  const other = otherEndpoint(endpoints);
  const what = stack.alreadyRunning
    ? 'The stack already runs'
    : `The stack is ready after ${formatSeconds(seconds)}`;
  const lines = [
    `${what} (${stack.engine === 'compose' ? 'containers' : 'native programs'}).`,
    '',
    ...stackTable(await stackStatus(stateDir)),
    '',
    ...thresholdLines(stack, {
      down: `${command} down${stateOption}`,
      up: `${command} up${stateOption}${settingsOption}`,
    }),
    ...(other ? ['Send telemetry to it:', `  export OTEL_EXPORTER_OTLP_ENDPOINT=${other}`] : []),
    ...(other ? [] : ['Telemetry sent to the usual OTLP ports of this machine arrives here.']),
    ...(endpoints.grafana ? [`Look at it: ${endpoints.grafana}`] : []),
    `Stop it: ${command} down${stateOption}`,
    `Logs:    ${command} logs${stateOption}`,
    `Data:    ${shortPath(stateDir)}`,
  ];
  return `${lines.join('\n')}\n`;
}

function thresholdLines(stack: RunningStack, { down, up }: { down: string; up: string }): string[] {
  const anew = `${down} && ${up}`;
  const { applied, waiting, reverted, waitingVariables, version } = stack;
  const own = Object.entries(stack.thresholds).map(([name, value]) => `  ${name} ${value}`);
  const changes = (list: readonly NewThreshold[]) =>
    list.map(({ name, from, to }) => `  ${name}: ${from} -> ${to}`);
  const block = (lines: readonly string[]) => (lines.length > 1 ? [...lines, ''] : []);
  return [
    ...(version === undefined || version === VERSION
      ? []
      : block([`It was started by otel-media ${version}; for it to be as of ${VERSION}:`, `  ${anew}`])),
    ...(waitingVariables.length > 0
      ? block([
          'Variables that have no effect before it is started anew:',
          ...waitingVariables.map((name) => `  ${name}`),
          `  ${anew}`,
        ])
      : []),
    ...(applied.length > 0
      ? block(['Its alerts go by new thresholds from now on:', ...changes(applied)])
      : block(['Its alerts go by thresholds of your own:', ...own])),
    ...(reverted.length > 0
      ? block([
          'No settings file was named: these thresholds are the default again.',
          ...changes(reverted),
          `  ${stack.engine === 'compose' ? anew : up} --settings FILE`,
        ])
      : []),
    ...(waiting.length > 0
      ? block(['New thresholds wait until it is started anew:', ...changes(waiting), `  ${anew}`])
      : []),
  ];
}
