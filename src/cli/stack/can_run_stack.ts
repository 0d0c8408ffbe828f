import { OtelMediaError } from '../../errors.ts';
import { chooseEngine, type Engine } from './engine.ts';
import type { Environment } from './paths.ts';
import { findProgram } from './programs/find_program.ts';
import { findGo, goVersionNeeded } from './programs/go_toolchain.ts';
import { type ProgramName, SERVICE_NAMES } from './programs/programs.ts';

/** Whether a stack can be started here. */
export type CanRunStack =
  | {
      readonly ok: true;
      readonly engine: Engine;
      /** What has to be built first, which takes minutes; empty when it starts right away. */
      readonly toBuild: readonly ProgramName[];
    }
  | { readonly ok: false; readonly why: string };

/** Tells whether a stack can be started here, without starting or building anything. */
export async function canRunStack(env: Environment = process.env): Promise<CanRunStack> {
  const choice = await chooseEngine('auto', env);
  if (choice.engine === 'compose') return { ok: true, engine: 'compose', toBuild: [] };
  const toBuild: ProgramName[] = [];
  for (const name of SERVICE_NAMES) {
    if ((await findProgram(name, env)) === undefined) toBuild.push(name);
  }
  if (toBuild.length === 0) return { ok: true, engine: 'native', toBuild };
  try {
    await findGo(goVersionNeeded(toBuild), env);
    return { ok: true, engine: 'native', toBuild };
  } catch (error) {
    if (!(error instanceof OtelMediaError)) throw error;
    return { ok: false, why: `${choice.whyNotCompose}; ${error.message}` };
  }
}
