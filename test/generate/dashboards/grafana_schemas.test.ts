import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dashboards, root } from './files.ts';

const folder = join(root, '..', 'shared', 'schemas', 'grafana');
const absent = !existsSync(folder);
if (absent) {
  console.warn(`SKIPPED: Grafana's files are not checked against its schemas, as ${folder} is not there`);
}

const ajv = new Ajv({ allErrors: true, strict: false, formats: { 'date-time': true } });

function validator(schema: string, definition: string): ValidateFunction {
  const id = `grafana://${schema}`;
  if (!ajv.getSchema(id)) {
    const text = readFileSync(join(folder, `${schema}.jsonschema.json`), 'utf8');
    ajv.addSchema({ ...(JSON.parse(text, anything) as object), $id: id });
  }
  return ajv.getSchema(`${id}#/definitions/${definition}`) ?? missing(schema, definition);
}

// What is `any` in the SDK that these schemas were made with became "an object of anything" in them; and what is one of
// several kinds, one of which is anything, would then be of two kinds at once.
function anything(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('oneOf' in value) {
    const { oneOf, ...rest } = value;
    return { ...rest, anyOf: oneOf };
  }
  if (!('additionalProperties' in value)) return value;
  const { type, additionalProperties, description: _description, ...rest } = value as Record<string, unknown>;
  const open =
    typeof additionalProperties === 'object' && Object.keys(additionalProperties ?? {}).length === 0;
  return type === 'object' && open && Object.keys(rest).length === 0 ? {} : value;
}

function missing(schema: string, definition: string): never {
  throw new Error(`${definition} is not in the schema ${schema}`);
}

function expectValid(schema: string, definition: string, value: unknown, what = ''): void {
  const validate = validator(schema, definition);
  validate(value);
  const errors = (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  expect(errors, what).toStrictEqual([]);
}

/** Options of kinds that the SDK does not know, after `UnifiedAlertListOptions` in Grafana's source. */
const BY_HAND: Readonly<Record<string, object>> = {
  alertlist: {
    type: 'object',
    additionalProperties: false,
    required: ['viewMode', 'groupMode', 'groupBy', 'maxItems', 'sortOrder', 'stateFilter'],
    properties: {
      viewMode: { enum: ['list', 'stat'] },
      groupMode: { enum: ['default', 'custom'] },
      groupBy: { type: 'array', items: { type: 'string' } },
      maxItems: { type: 'integer', minimum: 1 },
      sortOrder: { enum: [1, 2, 3, 4, 5] },
      dashboardAlerts: { type: 'boolean' },
      alertName: { type: 'string' },
      alertInstanceLabelFilter: { type: 'string' },
      datasource: { type: 'string' },
      showInactiveAlerts: { type: 'boolean' },
      stateFilter: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          ['firing', 'pending', 'recovering', 'noData', 'normal', 'error'].map((state) => [
            state,
            { type: 'boolean' },
          ]),
        ),
      },
    },
  },
};
/** Schema of a panel's kind, where kinds are spelled otherwise. */
const SCHEMAS: Readonly<Record<string, string>> = { 'state-timeline': 'statetimeline' };
/** Kinds of panel that have no field settings of their own. */
const PLAIN = ['stat', 'text'];

const QUERIES: Readonly<Record<string, string>> = {
  prometheus: 'Dataquery',
  loki: 'dataquery',
  tempo: 'Dataquery',
};

describe.skipIf(absent).each(dashboards)('%s', (_file, dashboard) => {
  it('is a dashboard', () => {
    expectValid('dashboard', 'Dashboard', dashboard);
  });

  it('has panels of known kinds with valid settings', () => {
    for (const panel of dashboard.panels.filter((one) => one.type !== 'row')) {
      const schema = SCHEMAS[panel.type] ?? panel.type;
      const byHand = BY_HAND[panel.type];
      if (byHand !== undefined) {
        expect(ajv.validate(byHand, panel.options), `${panel.title}: ${ajv.errorsText()}`).toBe(true);
        continue;
      }
      expectValid(schema, 'Options', panel.options, panel.title);
      const custom = panel.fieldConfig?.defaults.custom;
      if (PLAIN.includes(panel.type)) expect(custom, panel.title).toBeUndefined();
      else if (custom !== undefined) expectValid(schema, 'FieldConfig', custom, panel.title);
    }
  });

  it('has valid queries', () => {
    for (const target of dashboard.panels.flatMap((panel) => panel.targets ?? [])) {
      const { type } = target.datasource;
      expectValid(type, QUERIES[type] ?? 'Dataquery', target, target.expr);
    }
  });

  it('has units that Grafana knows', () => {
    const text = readFileSync(join(folder, 'units.jsonschema.json'), 'utf8');
    const { definitions } = JSON.parse(text) as { definitions: Record<string, { const?: string }> };
    const units = Object.values(definitions).map((definition) => definition.const);
    for (const panel of dashboard.panels) {
      const unit = panel.fieldConfig?.defaults.unit;
      if (unit !== undefined) expect(units, panel.title).toContain(unit);
    }
  });
});

describe.skipIf(absent)('rules.generated.yaml', () => {
  interface Rule {
    readonly [key: string]: unknown;
    readonly data: readonly { readonly model: { readonly type?: string } }[];
  }
  const file = parse(
    readFileSync(join(root, 'grafana/provisioning/alerting/rules.generated.yaml'), 'utf8'),
  ) as {
    groups: { orgId: number; name: string; folder: string; rules: Rule[] }[];
  };

  // The schemas describe the API. A file for provisioning has the same rules, with the group's properties on the group,
  // the panel beside the annotations, and durations to read.
  it.each(file.groups.map((group) => [group.name, group] as const))('has valid rules: %s', (_name, group) => {
    for (const { dashboardUid, panelId, keepFiringFor, ...rule } of group.rules) {
      expect(dashboardUid).toBeTypeOf('string');
      expect(panelId).toBeTypeOf('number');
      expect(keepFiringFor).toMatch(/^\d+m$/);
      const { orgId: orgID, folder: folderUID, name: ruleGroup } = group;
      expectValid('alerting', 'Rule', { ...rule, orgID, folderUID, ruleGroup }, String(rule.title));
      for (const { model } of rule.data) {
        if (model.type === 'threshold') expectValid('expr', 'TypeThreshold', model);
        else expectValid('prometheus', 'Dataquery', model);
      }
    }
  });
});

describe.skipIf(absent)('notifications.generated.yaml', () => {
  const file = parse(
    readFileSync(join(root, 'grafana/provisioning/alerting/notifications.generated.yaml'), 'utf8'),
  ) as Record<'contactPoints' | 'templates' | 'muteTimes' | 'policies', { orgId: number }[]>;

  // In a file each has the organisation that it is for, and a channel's receivers are listed under its name.
  const withoutOrg = ({ orgId, ...rest }: { orgId: number }): Record<string, unknown> => {
    expect(orgId).toBe(1);
    return rest;
  };

  it('has valid channels', () => {
    for (const point of file.contactPoints) {
      const { name, receivers } = withoutOrg(point) as { name: string; receivers: object[] };
      for (const receiver of receivers) expectValid('alerting', 'ContactPoint', { name, ...receiver }, name);
    }
  });

  it('has a valid template, quiet hours and routes', () => {
    for (const one of file.templates) expectValid('alerting', 'NotificationTemplate', withoutOrg(one));
    for (const one of file.policies) expectValid('alerting', 'NotificationPolicy', withoutOrg(one));
    for (const one of file.muteTimes) {
      const { time_intervals: intervals, ...timing } = withoutOrg(one) as {
        time_intervals: { times: object[] }[];
      };
      expectValid('alerting', 'MuteTiming', timing);
      // The schema has the fields of another form of it; these are those of Alertmanager, which Grafana takes.
      for (const { times } of intervals) {
        for (const range of times)
          expect(range).toEqual({
            start_time: expect.stringMatching(/^\d\d:\d\d$/),
            end_time: expect.stringMatching(/^\d\d:\d\d$/),
          });
      }
    }
  });
});
