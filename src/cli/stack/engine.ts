import { OtelMediaError } from '../../errors.ts';
import { shownText } from '../../options/shown_value.ts';
import type { Environment } from './paths.ts';
import { findOnPath, runProgram } from './run_program.ts';

/** What runs the stack: containers, or the programs themselves. */
export type Engine = 'compose' | 'native';

/** The engine to use. */
export type EngineChoice =
  | { readonly engine: 'compose'; readonly command: readonly string[] }
  | {
      readonly engine: 'native';
      /** What stands against each container engine. */
      readonly whyNotCompose: string;
      /** The same in few words, where nobody asked for native programs. */
      readonly because?: string;
    };

const ENGINES = ['docker', 'podman'];

/**
 * Chooses what runs the stack: a container engine with compose when one answers, else the programs themselves.
 *
 * @param wanted an engine by name, or `auto`
 * @throws {OtelMediaError} `OTEL_MEDIA_ENGINE_MISSING` when compose is asked for and can not be used
 */
export async function chooseEngine(
  wanted: Engine | 'auto',
  env: Environment = process.env,
): Promise<EngineChoice> {
  if (wanted === 'native') return { engine: 'native', whyNotCompose: 'native was asked for' };
  const objections: { installed: boolean; words: string }[] = [];
  for (const name of ENGINES) {
    const installed = findOnPath(name, env) !== undefined;
    const words = installed ? await objectionTo(name, env) : `${name} is not installed`;
    if (words === undefined) return { engine: 'compose', command: [name, 'compose'] };
    objections.push({ installed, words });
  }
  const why = objections.map(({ words }) => words).join('; ');
  if (wanted === 'auto') {
    const met = objections.filter(({ installed }) => installed).map(({ words }) => words);
    const because = met.join('; ') || `neither ${ENGINES.join(' nor ')} is installed`;
    return { engine: 'native', whyNotCompose: why, because };
  }
  throw new OtelMediaError('OTEL_MEDIA_ENGINE_MISSING', `no container engine can be used: ${why}`, {
    hint: 'start it, install its compose plugin, or use --engine native',
  });
}

/** Reads the name of an engine, as an option or a variable gives it; `auto` when absent. */
export function parseEngine(option: string, text: string | undefined): Engine | 'auto' {
  if (text === undefined || text === '') return 'auto';
  if (text === 'auto' || text === 'compose' || text === 'native') return text;
  throw new OtelMediaError(
    'OTEL_MEDIA_OPTION_INVALID',
    `${option} is auto, compose or native, not "${shownText(text)}"`,
  );
}

async function objectionTo(name: string, env: Environment): Promise<string | undefined> {
  // The command may be there without its daemon, and without the plugin: both are asked.
  const [daemon, plugin] = await Promise.all([
    runProgram(name, ['info'], { env }),
    runProgram(name, ['compose', 'version'], { env }),
  ]);
  if (daemon.exitCode !== 0) return `${name} is installed, but its engine does not answer`;
  return plugin.exitCode === 0 ? undefined : `${name} has no compose plugin`;
}
