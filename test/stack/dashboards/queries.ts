/** What Grafana would send to a store for one query of a panel. */
export interface DashboardQuery {
  readonly panel: string;
  readonly panelId: number;
  readonly refId: string;
  readonly datasource: 'prometheus' | 'loki' | 'tempo';
  readonly expr: string;
  readonly kind: 'instant' | 'range';
  /** Whether Grafana asks for one instant; of Loki, which has another word for it, `kind` does not say so. */
  readonly isOneNumber: boolean;
  /** Distance of the points of a range query. */
  readonly stepSeconds: number;
  /** How many log lines are asked for. */
  readonly maxLines?: number;
}

export interface FillOptions {
  /** The time that the dashboard shows, in seconds. */
  readonly range: number;
  /** The end of it, in seconds since 1970. */
  readonly end: number;
  /** What is chosen of a variable; all where nothing is. */
  readonly selected?: Readonly<Record<string, readonly string[]>>;
  /** The time zone that is chosen, as Grafana fills it in. Default `utc`. */
  readonly timezone?: string;
  /** How many points a graph has room for. */
  readonly maxDataPoints?: number;
}

interface Target {
  readonly refId: string;
  readonly datasource: { readonly type: DashboardQuery['datasource'] };
  readonly expr?: string;
  readonly query?: string;
  readonly instant?: boolean;
  /** Of Loki's, which says by it what Prometheus' says by `instant`. */
  readonly queryType?: string;
  readonly maxLines?: number;
}

interface Dashboard {
  readonly panels: readonly {
    readonly id: number;
    readonly title?: string;
    readonly interval?: string;
    readonly targets?: readonly Target[];
  }[];
  readonly templating: { readonly list: readonly Variable[] };
}

interface Variable {
  readonly name: string;
  readonly type: string;
  readonly query: unknown;
  readonly multi?: boolean;
  readonly includeAll?: boolean;
  readonly allValue?: string;
  readonly current?: { readonly value?: string | readonly string[] };
}

// Of the data source's settings: how often points arrive.
const SCRAPE_SECONDS = 15;

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86400 };

// Grafana's own list: an interval below the first number is rounded to the second.
const NICE_INTERVALS = [
  [17.5, 15],
  [25, 20],
  [45, 30],
  [90, 60],
  [210, 120],
  [450, 300],
  [750, 600],
  [1050, 900],
  [1500, 1200],
  [2700, 1800],
  [5400, 3600],
  [9000, 7200],
  [16200, 10800],
  [32400, 21600],
  [86400, 43200],
] as const;

/**
 * Every query of a dashboard with its variables filled in as Grafana does.
 *
 * @param json a dashboard, parsed
 */
export function dashboardQueries(json: unknown, options: FillOptions): DashboardQuery[] {
  const dashboard = json as Dashboard;
  return dashboard.panels.flatMap((panel) =>
    (panel.targets ?? []).map((target) => {
      const step = interval(panel.interval, options);
      return {
        panel: panel.title ?? '',
        panelId: panel.id,
        refId: target.refId,
        datasource: target.datasource.type,
        expr: fill(target.expr ?? target.query ?? '', dashboard, target.datasource.type, step, options),
        kind: target.instant === true || target.queryType === 'instant' ? 'instant' : 'range',
        isOneNumber: target.instant === true || target.queryType === 'instant',
        stepSeconds: step,
        ...(target.maxLines === undefined ? {} : { maxLines: target.maxLines }),
      } as const;
    }),
  );
}

function interval(minimum: string | undefined, { range, maxDataPoints = 1000 }: FillOptions): number {
  const raw = range / maxDataPoints;
  const nice = NICE_INTERVALS.find(([below]) => raw < below)?.[1] ?? 86400;
  return Math.max(nice, SCRAPE_SECONDS, minimum === undefined ? 0 : seconds(minimum));
}

function seconds(duration: string): number {
  const [, count, unit = ''] = /^(\d+)([smhd])$/.exec(duration) ?? [];
  const factor = UNITS[unit];
  if (factor === undefined) throw new Error(`no duration: ${duration}`);
  return Number(count) * factor;
}

function fill(
  expr: string,
  dashboard: Dashboard,
  datasource: DashboardQuery['datasource'],
  step: number,
  options: FillOptions,
): string {
  const { range, end } = options;
  const rateInterval = Math.max(step + SCRAPE_SECONDS, 4 * SCRAPE_SECONDS);
  const builtIn: Record<string, string> = {
    __range: `${range}s`,
    __range_s: `${range}`,
    __from: `${(end - range) * 1000}`,
    __to: `${end * 1000}`,
    __timezone: options.timezone ?? 'utc',
    __auto: `${step}s`,
    __interval: `${step}s`,
    __rate_interval: `${rateInterval}s`,
    __rate_interval_ms: `${rateInterval * 1000}`,
  };
  return expr.replaceAll(
    /\$(\w+)|\$\{(\w+)(?::(\w+))?\}/g,
    (whole, plain: string, braced: string, format: string) => {
      const name = plain ?? braced;
      const variable = dashboard.templating.list.find((one) => one.name === name);
      const value =
        builtIn[name] ?? (variable && filledWith(variable, options.selected?.[name], datasource, format));
      if (value === undefined) throw new Error(`${whole} is no variable of the dashboard: ${expr}`);
      return value;
    },
  );
}

// Without a format the data source decides: what is one of several is escaped for a regular expression.
function filledWith(
  variable: Variable,
  chosen: readonly string[] | undefined,
  datasource: DashboardQuery['datasource'],
  format: string | undefined,
): string {
  if (chosen === undefined && variable.includeAll === true) return variable.allValue ?? '.*';
  const values = chosen ?? [variable.current?.value ?? []].flat();
  const [only = ''] = values;
  if (format === 'doublequote') return `"${only.replaceAll('"', '\\"')}"`;
  if (format !== undefined) throw new Error(`the format ${format} is not known here`);
  return variable.multi === true ? several(values, datasource) : only.replaceAll("'", "\\\\'");
}

function several(chosen: readonly string[], datasource: DashboardQuery['datasource']): string {
  const escaped = chosen.map((value) => value.replaceAll(/[\\^$*+?.()|[\]{}]/g, '\\\\$&'));
  if (escaped.length === 1 || datasource === 'loki') return escaped.join('|');
  return `(${escaped.join('|')})`;
}

/** The variables of a dashboard whose choices come from labels of series, filled in. */
export function variableQueries(
  json: unknown,
  options: FillOptions,
): { name: string; label: string; match: string }[] {
  const dashboard = json as Dashboard;
  return dashboard.templating.list.flatMap(({ name, type, query }) => {
    if (type !== 'query') return [];
    const text = (query as { query: string }).query;
    const [, match = '', label = ''] = /^label_values\((.*), (\w+)\)$/.exec(text) ?? [];
    if (label === '') throw new Error(`the variable ${name} is not known here: ${text}`);
    return [{ name, label, match: fill(match, dashboard, 'prometheus', SCRAPE_SECONDS, options) }];
  });
}

/**
 * The queries in a runbook's code blocks, with its placeholders filled in.
 *
 * @param markdown the runbook
 * @param values   what to put in place of `SERVICE` and `FILE`
 */
export function runbookQueries(
  markdown: string,
  values: { readonly service: string; readonly file: string },
): { language: 'promql' | 'logql' | 'traceql'; expr: string }[] {
  return [...markdown.matchAll(/```(promql|logql|traceql)\n([\s\S]*?)```/g)].map(
    ([, language = '', text = '']) => ({
      language: language as 'promql' | 'logql' | 'traceql',
      expr: text.trim().replaceAll('SERVICE', values.service).replaceAll('FILE', values.file),
    }),
  );
}
