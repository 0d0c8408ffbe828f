import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Environment, packageRoot, stateFolder } from '../paths.ts';
import { PORTS, type Ports, portsOf } from '../ports.ts';
import type { StackState } from '../state.ts';

/** A whole compose command line for the project of this stack. */
export function composeCommand(state: StackState, args: readonly string[]): string[] {
  const { command = ['docker', 'compose'], project = 'otel-media' } = state.compose ?? {};
  return [...command, '-p', project, '-f', join(packageRoot(), 'docker-compose.yml'), ...args];
}

/** The variables that set the ports in docker-compose.yml. */
export function portVariables(ports: Ports): Record<string, string> {
  return Object.fromEntries(portsOf('compose').map((name) => [PORTS[name].variable, String(ports[name])]));
}

/**
 * The variables that docker-compose.yml reads and that are set: for a later `up` to compare with. Names only, since
 * passwords are among them; ports and rules are not, which are told otherwise.
 */
export function composeVariables(env: Environment): string[] {
  const text = readFileSync(join(packageRoot(), 'docker-compose.yml'), 'utf8');
  const names = [...text.matchAll(/\$\{(OTEL_MEDIA_\w+)/g)].flatMap(([, name]) => name ?? []);
  return [...new Set(names)]
    .filter((name) => !/_PORT$|_RULES$|_PROVISIONING$/.test(name) && env[name]?.trim())
    .sort();
}

/** The name of the project: one for each state folder, so that a test's containers are not the user's. */
export function projectName(folder: string, env: Environment): string {
  if (folder === stateFolder(undefined, { ...env, OTEL_MEDIA_STATE: undefined })) return 'otel-media';
  return `otel-media-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`;
}
