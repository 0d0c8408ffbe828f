import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareService } from '../../../../src/cli/stack/native/services.ts';
import { packageRoot } from '../../../../src/cli/stack/paths.ts';
import { freePorts } from '../../../../src/cli/stack/ports.ts';
import { SERVICE_NAMES } from '../../../../src/cli/stack/programs/programs.ts';
import { temporaryFolder } from '../../workspace.ts';

describe('starting a program', () => {
  it('sets every variable that its settings read, and no other', async () => {
    const files = { collector: 'config.yaml', loki: 'loki.yaml', tempo: 'tempo.yaml' } as const;
    const ports = await freePorts();
    for (const [name, file] of Object.entries(files)) {
      const text = readFileSync(join(packageRoot(), 'collector', file), 'utf8');
      const read = new Set([...text.matchAll(/\$\{(?:env:)?(OTEL_MEDIA_\w+)/g)].map((match) => match[1]));
      const { env } = prepareService(name as keyof typeof files, ports, temporaryFolder());
      expect(Object.keys(env).sort(), file).toEqual([...read].sort());
    }
  });

  it('keeps all data in the state folder, and everything on loopback', async () => {
    const state = temporaryFolder();
    const ports = await freePorts();
    for (const name of SERVICE_NAMES) {
      const { args, env } = prepareService(name, ports, state);
      const words = [...args, ...Object.values(env)].join('\n');
      expect(words).toContain(join(state, 'data', name));
      expect(words).not.toMatch(/0\.0\.0\.0|localhost/);
      expect(existsSync(join(state, 'data', name))).toBe(true);
    }
  });

  it('gives Prometheus its settings and the generated rules in one folder', async () => {
    const state = temporaryFolder();
    const { args } = prepareService('prometheus', await freePorts(), state);
    const file = join(state, 'config', 'prometheus', 'prometheus.yaml');
    expect(args).toContain(`--config.file=${file}`);
    expect(readFileSync(file, 'utf8')).toMatch(/^rule_files:\n +- rules\/\*\.yaml$/m);
    const rules = existsSync(join(packageRoot(), 'grafana/prometheus/alerts.generated.yaml'));
    expect(existsSync(join(state, 'config', 'prometheus', 'rules', 'alerts.yaml'))).toBe(rules);
  });
});
