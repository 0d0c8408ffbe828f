import type { OtelMediaError } from '../errors.ts';
import { DEFAULTS, type ResolvedOptions } from './defaults.ts';
import { optionsOfEnvironment } from './environment.ts';
import { environmentProblems } from './environment_problems.ts';
import { type OptionSource, optionProblem } from './option_problems.ts';
import type { OptionSchema } from './option_schema.ts';
import type { Options } from './options.ts';
import { policyProblems } from './policy_problems.ts';
import { OPTION_SCHEMAS } from './schema.ts';
import { readSettingsFile } from './settings_file.ts';
import { withoutWrong } from './without_wrong.ts';

/**
 * Works out the options in force: the environment wins over code, code over the settings file (`OTEL_MEDIA_CONFIG`),
 * the file over the defaults. A value that is not allowed is left out, and said to be: telemetry must not keep an
 * application from starting.
 *
 * @param given what `init()` was given
 * @param env   the environment
 * @returns the options, and what was wrong with what was given, in words for people; where nothing could be read of the
 *   settings file, why
 */
export function resolveOptions(
  given: Options,
  env: NodeJS.ProcessEnv = process.env,
): { options: ResolvedOptions; problems: string[]; unreadable?: OtelMediaError } {
  const path = env.OTEL_MEDIA_CONFIG?.trim();
  const file = readSettingsFile(path);
  const problems = [...file.problems, ...environmentProblems(env)];
  const sources: [Record<string, unknown>, (name: string) => OptionSource][] = [
    [file.settings, () => ({ file: path ?? '' })],
    [Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)), () => 'code'],
    [optionsOfEnvironment(env), (name) => ({ typed: typed(name, env) })],
  ];
  let options: ResolvedOptions = { ...DEFAULTS };
  for (const [settings, source] of sources) {
    const { valid, wrong } = withoutWrong(settings);
    for (const { name, part } of wrong) {
      const fallback = (options as unknown as Record<string, unknown>)[name];
      problems.push(optionProblem({ name, part, source: source(name), value: settings[name], fallback }));
    }
    problems.push(...policyProblems(valid, source));
    options = { ...options, ...valid, ...merged(options, valid) };
  }
  return { options, problems, ...(file.unreadable && { unreadable: file.unreadable }) };
}

/** What is wrong with the settings of a file, in words for people. */
export function settingsProblems(settings: Record<string, unknown>, path: string): string[] {
  const { valid, wrong } = withoutWrong(settings);
  const source = { file: path };
  const defaults: Record<string, unknown> = DEFAULTS;
  return [
    ...wrong.map(({ name, part }) =>
      optionProblem({ name, part, source, value: settings[name], fallback: defaults[name] }),
    ),
    ...policyProblems(valid, () => source),
  ];
}

// Of a setting that has parts, a source may say something of one part only.
function merged(below: ResolvedOptions, above: Record<string, unknown>): Partial<ResolvedOptions> {
  const { trackers, thresholds, classes } = above as Options;
  return {
    ...(classes && { classes: { ...below.classes, ...classes } }),
    ...(trackers && { trackers: { ...below.trackers, ...trackers } }),
    ...(thresholds && { thresholds: { ...below.thresholds, ...thresholds } }),
  };
}

function typed(name: string, env: NodeJS.ProcessEnv): string {
  const variable = (OPTION_SCHEMAS as Record<string, OptionSchema>)[name]?.env;
  return env[variable ?? '']?.trim() ?? '';
}
