import type { Panel } from '../../generate/dashboards/files.ts';

/** One series of an answer of Prometheus, or one stream of Loki's. */
export interface Found {
  readonly metric?: Readonly<Record<string, string>>;
  readonly stream?: Readonly<Record<string, string>>;
  readonly value?: readonly [number, string];
  readonly values?: readonly (readonly [number | string, string])[];
}

/** Where a click leads to: on any series, or on a value of one column. */
export interface PanelLink {
  readonly panelId: number;
  readonly panel: string;
  readonly link: string;
  readonly url: string;
  /** Label whose value is clicked; undefined for a click on a series. */
  readonly label: string | undefined;
}

/** The links to Explore of a panel. */
export function exploreLinks(panel: Panel): PanelLink[] {
  const renamed = Object.assign(
    {},
    ...(panel.transformations ?? [])
      .filter(({ id }) => id === 'organize')
      .map(({ options }) => (options as { renameByName: Record<string, string> }).renameByName),
  ) as Record<string, string>;
  const fieldOf = (title: unknown) => Object.entries(renamed).find(([, one]) => one === title)?.[0];
  return (panel.fieldConfig?.overrides ?? []).flatMap(({ matcher, properties }) =>
    properties
      .filter(({ id }) => id === 'links')
      .flatMap(({ value }) => value as { title: string; url: string }[])
      .filter(({ url }) => url.startsWith('/explore'))
      .map(({ title, url }) => ({
        panelId: panel.id,
        panel: panel.title ?? '',
        link: title,
        url,
        label: matcher.id === 'byName' ? fieldOf(matcher.options) : undefined,
      })),
  );
}

/** What a link to Explore asks, of which store, and of what time. */
export interface Asked {
  readonly uid: string;
  readonly query: string;
  /** In seconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/**
 * The query of a link, filled in as Grafana does for a click on something that was found; undefined where there is none.
 *
 * @param shown the time that the dashboard shows, in seconds since 1970
 */
export function filledLink(
  { url, label }: PanelLink,
  found: Found,
  shown: { readonly from: number; readonly to: number },
): Asked | undefined {
  const labels = found.metric ?? found.stream ?? {};
  const times: Readonly<Record<string, string>> = { from: `${shown.from * 1000}`, to: `${shown.to * 1000}` };
  let complete = true;
  const filled = url.replaceAll(
    /\$\{__(value\.raw|from|to|field\.labels\.([a-z_]+))\}/g,
    (_whole, what: string, of: string) => {
      const value = times[what] ?? labels[what === 'value.raw' ? (label ?? '') : of];
      if (value === undefined) complete = false;
      return encodeURIComponent(value ?? '');
    },
  );
  if (!complete) return undefined;
  const panes = JSON.parse(new URL(filled, 'http://grafana').searchParams.get('panes') ?? '{}') as {
    a: {
      datasource: string;
      queries: { expr?: string; query?: string }[];
      range: { from: string; to: string };
    };
  };
  const { datasource, queries, range } = panes.a;
  const [query = {}] = queries;
  const [from, to] = [range.from, range.to].map((time) => seconds(time));
  return { uid: datasource, query: query.expr ?? query.query ?? '', from: from ?? 0, to: to ?? 0 };
}

// A time as Grafana has it in an address: milliseconds since 1970, or so many hours ago.
function seconds(time: string): number {
  if (/^\d+$/.test(time)) return Number(time) / 1000;
  const [, hours] = /^now(?:-(\d+)h)?$/.exec(time) ?? [undefined, undefined];
  if (!time.startsWith('now')) throw new Error(`no time of Grafana's: ${time}`);
  return Math.ceil(Date.now() / 1000) - Number(hours ?? 0) * 3600;
}

/** Whether something was counted: what is at 0 leads nowhere, rightly. */
export function isSomething({ value, values = [] }: Found): boolean {
  return [value, ...values].some((one) => one !== undefined && one[1] !== '0' && one[1] !== 'NaN');
}
