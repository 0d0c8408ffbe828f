import { OtelMediaError } from '../../errors.ts';
import { composeVariables } from './compose/compose_command.ts';
import type { Engine } from './engine.ts';
import type { Environment } from './paths.ts';
import type { Ports } from './ports.ts';
import { RunningStack } from './running_stack.ts';
import { readState, type StackState } from './state.ts';
import { stackStatus } from './status.ts';
import { applyThresholds, differences, type OwnThresholds } from './thresholds/running_thresholds.ts';

/**
 * The state of the stack of this folder, when all of it is ready.
 *
 * @throws {OtelMediaError} `OTEL_MEDIA_STACK_BUSY` where it is another than the one that is wanted
 */
export async function attach(
  folder: string,
  wanted: { readonly engine: Engine | 'auto'; readonly ports: Partial<Ports> },
): Promise<StackState | undefined> {
  const state = readState(folder);
  const { components } = await stackStatus(folder);
  if (state?.phase !== 'running' || components.some((component) => component.state !== 'ready'))
    return undefined;
  const { engine, ports } = wanted;
  if (engine !== 'auto' && engine !== state.engine)
    throw runsOtherwise(`by engine ${state.engine}, not ${engine}`);
  for (const [name, port] of Object.entries(ports)) {
    const actual = state.ports[name as keyof Ports];
    if (port !== undefined && port !== actual)
      throw runsOtherwise(`with ${name} on port ${actual}, not ${port}`);
  }
  return state;
}

function runsOtherwise(how: string): OtelMediaError {
  return new OtelMediaError('OTEL_MEDIA_STACK_BUSY', `the stack already runs, ${how}`, {
    hint: 'run `otel-media down` first',
  });
}

/** What a settings file asks for. */
export interface Wanted {
  readonly settings: string | undefined;
  readonly thresholds: OwnThresholds;
}

/** A stack that runs, with the thresholds of a settings file, where one is named and they can be given to it. */
export async function withThresholds(
  state: StackState,
  folder: string,
  { settings, thresholds }: Wanted,
  env: Environment,
): Promise<RunningStack> {
  const asItIs = { env, alreadyRunning: true, waitingVariables: newVariables(state, env) };
  if (settings === undefined) return new RunningStack(folder, state, asItIs);
  const other = differences(state.thresholds ?? {}, thresholds);
  if (other.length === 0) return new RunningStack(folder, state, asItIs);
  // Of containers the files were chosen when they were made.
  if (state.engine === 'compose') return new RunningStack(folder, state, { ...asItIs, waiting: other });
  const changed = await applyThresholds(folder, settings);
  return new RunningStack(folder, changed, { ...asItIs, applied: other });
}

// One that is set no more may only be another shell's.
function newVariables({ engine, variables }: StackState, env: Environment): string[] {
  if (engine !== 'compose' || variables === undefined) return [];
  return composeVariables(env).filter((name) => !variables.includes(name));
}
