import type { Panel } from '../generate/dashboard_files.ts';

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

/** The query of a link, filled in as Grafana does for a click on something that was found; undefined where there is none. */
export function filledLink(
  { url, label }: PanelLink,
  found: Found,
): { uid: string; query: string } | undefined {
  const labels = found.metric ?? found.stream ?? {};
  let complete = true;
  const filled = url.replaceAll(/\$\{__(value\.raw|field\.labels\.([a-z_]+))\}/g, (_whole, what, of) => {
    const value = labels[what === 'value.raw' ? (label ?? '') : of];
    if (value === undefined) complete = false;
    return encodeURIComponent(value ?? '');
  });
  if (!complete) return undefined;
  const panes = JSON.parse(new URL(filled, 'http://grafana').searchParams.get('panes') ?? '{}') as {
    a: { datasource: string; queries: { expr?: string; query?: string }[] };
  };
  const [query = {}] = panes.a.queries;
  return { uid: panes.a.datasource, query: query.expr ?? query.query ?? '' };
}

/** Whether something was counted: what is at 0 leads nowhere, rightly. */
export function isSomething({ value, values = [] }: Found): boolean {
  return [value, ...values].some((one) => one !== undefined && one[1] !== '0' && one[1] !== 'NaN');
}
