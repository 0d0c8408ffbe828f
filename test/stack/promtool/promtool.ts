import { execFileSync } from 'node:child_process';
import { findProgram } from '../../../src/cli/stack/programs/find_program.ts';

/** Where promtool is, if it is to be had. */
export const promtool = await findProgram('promtool');

/** Runs promtool. It fails with all that promtool printed, which says what was expected and what came. */
export function runPromtool(...args: string[]): string {
  try {
    return execFileSync(promtool ?? 'promtool', args, { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`promtool ${args.join(' ')}\n${stdout}${stderr}`);
  }
}
