import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  DashboardBuilder,
  DashboardCursorSync,
  type DashboardLink,
  DashboardLinkType,
  type Panel,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as TextBuilder, TextMode } from '@grafana/grafana-foundation-sdk/text';
import { NOTICE } from '../generated_file.ts';
import { DASHBOARD_UIDS } from './dashboard_uids.ts';
import { isRow, type Line, layOut } from './layout.ts';

/** A dashboard as all of ours begin. */
export function newDashboard(
  uid: string,
  title: string,
  purpose: string,
  lines: readonly Line[],
): DashboardBuilder {
  const builder = new DashboardBuilder(title)
    .uid(uid)
    .description(`${purpose} ${NOTICE}`)
    .tags(['otel-media'])
    // Provisioned from a file: what is changed in Grafana could not be saved there.
    .readonly()
    .tooltip(DashboardCursorSync.Crosshair)
    .time({ from: 'now-6h', to: 'now' })
    .refresh('30s')
    .links([
      otherDashboards(),
      headLink('Alerts', '/alerting/list?search=namespace:otel-media', 'Rules, and which of them fire'),
      headLink('Runbooks', `/d/${DASHBOARD_UIDS.runbooks}`, 'What each alert means and what to do'),
    ]);
  for (const one of layOut(lines)) {
    if (isRow(one)) builder.withRow(one);
    else builder.withPanel(one);
  }
  return builder;
}

/** Text on a dashboard. */
export function textPanel(
  id: number,
  title: string,
  markdown: string,
  width: number,
  height: number,
): Builder<Panel> {
  return new TextBuilder()
    .id(id)
    .title(title)
    .mode(TextMode.Markdown)
    .content(markdown)
    .gridPos({ x: 0, y: 0, w: width, h: height });
}

// A menu of all our dashboards, which keeps the time and what was chosen.
function otherDashboards(): Builder<DashboardLink> {
  const link: DashboardLink = {
    title: 'Dashboards',
    url: '',
    tooltip: 'The other dashboards of otel-media',
    type: DashboardLinkType.Dashboards,
    icon: 'external link',
    tags: ['otel-media'],
    asDropdown: true,
    targetBlank: false,
    includeVars: true,
    keepTime: true,
  };
  return { build: () => link };
}

// The SDK's own builder would hide a link in a menu.
function headLink(title: string, url: string, tooltip: string): Builder<DashboardLink> {
  const link: DashboardLink = {
    title,
    url,
    tooltip,
    type: DashboardLinkType.Link,
    icon: 'external link',
    tags: [],
    asDropdown: false,
    targetBlank: false,
    includeVars: false,
    keepTime: true,
  };
  return { build: () => link };
}

/** A dashboard as the JSON that Grafana reads from files. */
export function dashboardJson(builder: DashboardBuilder): string {
  return `${JSON.stringify(builder.build(), null, 2)}\n`;
}
