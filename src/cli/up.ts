import { OtelMediaError } from '../errors.ts';
import { unknownVariables } from '../options/environment_problems.ts';
import { shownText } from '../options/shown_value.ts';
import type { Command, CommandInput, Option } from './command.ts';
import { ProgressLine } from './output/progress_line.ts';
import { say } from './output/say.ts';
import { parseEngine } from './stack/engine.ts';
import { PORT_NAMES, PORTS, type PortName, type Ports, parsePort, portOption } from './stack/ports.ts';
import { startStack } from './stack/stack.ts';
import { problemsOfFile } from './stack/thresholds/alert_rules.ts';
import { JSON_OPTION, STACK_OPTIONS } from './stack_options.ts';
import { upAsJson, upAsText } from './up_shown.ts';

const portOptions: Record<string, Option> = {};
for (const name of PORT_NAMES) {
  const { title, default: port, variable } = PORTS[name];
  portOptions[portOption(name)] = {
    type: 'string',
    value: 'PORT',
    summary: `${title} (default: ${port})`,
    variable,
  };
}

/** `otel-media up`: starts the stack and returns once all of it is ready. */
export const up: Command = {
  usage: '',
  details: [
    'With a container engine (docker or podman, with compose) it runs the containers',
    'of docker-compose.yml. Without one it runs the programs themselves: from the',
    'folder OTEL_MEDIA_BIN_DIR, from PATH, or built once from their Go modules into',
    'OTEL_MEDIA_CACHE (default: ~/.cache/otel-media). Building them takes about ten',
    'minutes and 10 GB of disk, once.',
    '',
    'Thresholds are those of the settings file that is named, each time: after',
    '`down`, `up` without one goes by the default ones again, and says so.',
    '',
    'It returns when all are ready. A stack that runs is left as it is, but for the',
    'thresholds of --settings, which native programs take up at once. What is left of',
    'one that was killed is cleaned up.',
    '',
    'Everything listens on 127.0.0.1 only. With containers, OTEL_MEDIA_BIND=0.0.0.0',
    'opens the Collector and Grafana to others, and then asks for',
    'OTEL_MEDIA_GRAFANA_PASSWORD; the stores stay where they are.',
  ].join('\n'),
  options: {
    engine: {
      type: 'string',
      value: 'ENGINE',
      summary: 'auto, compose or native (default: auto)',
      variable: 'OTEL_MEDIA_ENGINE',
    },
    ...STACK_OPTIONS,
    settings: {
      type: 'string',
      value: 'FILE',
      summary: 'its thresholds are those of the alerts',
      variable: 'OTEL_MEDIA_CONFIG',
    },
    timeout: { type: 'string', value: 'SECONDS', summary: 'for all to become ready (default: 120)' },
    ...JSON_OPTION,
    'free-ports': { type: 'flag', summary: 'use any ports that are free' },
    ...portOptions,
  },
  async run(input) {
    const started = performance.now();
    const progress = new ProgressLine(input.stderr);
    const stateDir = input.text('state');
    const settings = input.text('settings');
    for (const problem of [...unknownVariables(input.env), ...problemsOfFile(settings)])
      say(input.stderr, problem);
    try {
      const stack = await startStack({
        engine: parseEngine(input.named('engine'), input.text('engine')),
        ...(stateDir ? { stateDir } : {}),
        ...(settings ? { settings } : {}),
        ports: input.flag('free-ports') ? 'free' : chosenPorts(input),
        timeoutMs: timeout(input.text('timeout')),
        onProgress: progress.tell,
        signal: input.signal,
        env: input.env,
      });
      progress.clear();
      const seconds = (performance.now() - started) / 1000;
      input.stdout.write(
        input.flag('json') ? upAsJson(stack, seconds) : await upAsText(stack, seconds, input),
      );
    } finally {
      progress.clear();
    }
    return 0;
  },
};

function chosenPorts(input: CommandInput): Partial<Ports> {
  const chosen: Partial<Record<PortName, number>> = {};
  for (const name of PORT_NAMES) {
    const option = portOption(name);
    const value = input.text(option);
    if (value !== undefined) chosen[name] = parsePort(input.named(option), value);
  }
  return chosen;
}

function timeout(value: string | undefined): number {
  if (value === undefined) return 120_000;
  const seconds = Number(value);
  if (seconds > 0 && seconds <= 86_400) return seconds * 1000;
  throw new OtelMediaError(
    'OTEL_MEDIA_OPTION_INVALID',
    `--timeout is a number of seconds, more than 0 and up to 86400, not "${shownText(value)}"`,
  );
}
