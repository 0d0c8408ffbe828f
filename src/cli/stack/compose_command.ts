import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Environment, packageRoot, stateFolder } from './paths.ts';
import { PORTS, type Ports, portsOf } from './ports.ts';
import type { StackState } from './state.ts';

/** A whole compose command line for the project of this stack. */
export function composeCommand(state: StackState, args: readonly string[]): string[] {
  const { command = ['docker', 'compose'], project = 'otel-media' } = state.compose ?? {};
  return [...command, '-p', project, '-f', join(packageRoot(), 'docker-compose.yml'), ...args];
}

/** The variables that set the ports in docker-compose.yml. */
export function portVariables(ports: Ports): Record<string, string> {
  return Object.fromEntries(portsOf('compose').map((name) => [PORTS[name].variable, String(ports[name])]));
}

/** The name of the project: one for each state folder, so that a test's containers are not the user's. */
export function projectName(folder: string, env: Environment): string {
  if (folder === stateFolder(undefined, { ...env, OTEL_MEDIA_STATE: undefined })) return 'otel-media';
  return `otel-media-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`;
}
