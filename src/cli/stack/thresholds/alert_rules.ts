import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changedThresholds, thresholdsWith } from '../../../alerts/overrides.ts';
import { ruleFiles } from '../../../alerts/rule_files.ts';
import { makeFolder } from '../../../make_folder.ts';
import { settingsProblems } from '../../../options/resolve_options.ts';
import { loadSettings } from '../../../options/settings_file.ts';
import type { Thresholds } from '../../../registry/thresholds.ts';
import { packageRoot } from '../paths.ts';

/** Where the rules are in a folder of them: as in the package, so that either can take the other's place. */
const PROMETHEUS_FOLDER = 'prometheus';
const PROVISIONING_FOLDER = 'provisioning';
const RULES_FILE = 'alerts.generated.yaml';

/**
 * The thresholds of a settings file: the same file that applications read, and its setting `thresholds`.
 *
 * @param path JSON or YAML by its ending; none for the registry's
 * @throws {OtelMediaError} `OTEL_MEDIA_SETTINGS_UNREADABLE`, `OTEL_MEDIA_SETTINGS_INVALID`
 */
export function thresholdsOfFile(path: string | undefined): Thresholds {
  if (!path) return thresholdsWith(undefined);
  return thresholdsWith(loadSettings(path).thresholds, ` (in settings file ${JSON.stringify(path)})`);
}

/** What else is wrong in a settings file, in words for people: applications leave it out. */
export function problemsOfFile(path: string | undefined): string[] {
  if (!path) return [];
  const { thresholds: _checked, ...others } = loadSettings(path);
  return settingsProblems(others, path);
}

/**
 * Writes the rules of all alerts into a folder: `prometheus/` for any Prometheus, and `provisioning/`, which is the whole
 * folder that Grafana reads, with these rules in it. What else is in there stays.
 */
export function writeAlertRules(folder: string, own: Thresholds, source: string): void {
  const { prometheus, grafana } = ruleFiles(own, `Written by otel-media from ${source}; do not edit.`);
  const rules = join(folder, PROMETHEUS_FOLDER);
  const provisioning = join(folder, PROVISIONING_FOLDER);
  makeFolder(rules);
  writeFileSync(join(rules, RULES_FILE), prometheus);
  cpSync(join(packageRoot(), 'grafana', 'provisioning'), provisioning, { recursive: true });
  writeFileSync(join(provisioning, 'alerting', 'rules.generated.yaml'), grafana);
}

/** The file of the rules that a stack's Prometheus runs with. */
export function stackPrometheusRules(stateFolder: string): string {
  const own = join(stackRulesFolder(stateFolder), PROMETHEUS_FOLDER, RULES_FILE);
  return existsSync(own) ? own : join(packageRoot(), 'grafana', PROMETHEUS_FOLDER, RULES_FILE);
}

/** The variables that give docker-compose.yml the rules of a stack, where they are not the package's. */
export function stackRuleVariables(stateFolder: string): Record<string, string> {
  const folder = stackRulesFolder(stateFolder);
  if (!existsSync(folder)) return {};
  return {
    OTEL_MEDIA_PROMETHEUS_RULES: join(folder, PROMETHEUS_FOLDER),
    OTEL_MEDIA_GRAFANA_PROVISIONING: join(folder, PROVISIONING_FOLDER),
  };
}

function stackRulesFolder(stateFolder: string): string {
  return join(stateFolder, 'config', 'alerts');
}

/**
 * Gives a stack the thresholds of a settings file: writes the rules it is to run with, or takes those of an earlier start
 * away where nothing differs from the package's.
 */
export function prepareStackRules(stateFolder: string, path: string | undefined): void {
  const folder = stackRulesFolder(stateFolder);
  const own = thresholdsOfFile(path);
  rmSync(folder, { recursive: true, force: true });
  if (path !== undefined && changedThresholds(own).some(({ alerts }) => alerts.length > 0)) {
    writeAlertRules(folder, own, path);
  }
}
