import { parseArgs } from 'node:util';
import { type Engine, parseEngine } from '../../src/cli/stack/engine.ts';

/** The examples that can be shown, each in a folder beside this one. */
export const EXAMPLES = ['downloader', 'radio', 'pipeline', 'worker'] as const;

export type Example = (typeof EXAMPLES)[number];

/** What the command line asks for. */
export interface DemoOptions {
  readonly examples: readonly Example[];
  readonly once: boolean;
  readonly engine: Engine | 'auto';
  readonly help: boolean;
}

export const HELP = `Usage: npm run demo [-- OPTIONS]

Shows a failed download: first as a trace in the memory of a process, then found
again in Tempo, Loki and Prometheus, where the Collector has put it.

  --example NAME    downloader (default), radio, pipeline, worker: what to show;
                    all: each of them once, one after the other
  --once            end by itself: exit 0 if all of it was found, 1 if not,
                    3 if there is nothing to run the stack with
  --engine ENGINE   auto, compose or native (default: auto)
  -h, --help        show this

Without --once it goes on until Ctrl-C, with downloads running all the time.
It uses yt-dlp and ffmpeg where they are installed, and does without them else.
`;

/**
 * Reads the command line.
 *
 * @throws {TypeError} or {OtelMediaError} saying what is wrong with it
 */
export function parseOptions(argv: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      example: { type: 'string', default: 'downloader' },
      once: { type: 'boolean', default: false },
      engine: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return {
    examples: parseExamples(values.example),
    // Of several, none can go on until Ctrl-C.
    once: values.once || values.example === 'all',
    help: values.help,
    engine: parseEngine('--engine', values.engine),
  };
}

function parseExamples(name: string): readonly Example[] {
  if (name === 'all') return EXAMPLES;
  const found = EXAMPLES.find((one) => one === name);
  if (found !== undefined) return [found];
  throw new TypeError(`--example is "${name}"; allowed is one of ${EXAMPLES.join(', ')}, all`);
}
