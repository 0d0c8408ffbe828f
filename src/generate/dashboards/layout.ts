import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import { type Panel, RowBuilder } from '@grafana/grafana-foundation-sdk/dashboard';

/** Columns of Grafana's grid. */
const GRID_WIDTH = 24;

/** A line of panels beside each other, or a row's heading. */
export type Line = readonly Builder<Panel>[] | { readonly heading: string; readonly id: number };

/** Puts lines of panels under each other. Widths must fill a line, and no more: a gap is a mistake too. */
export function layOut(lines: readonly Line[]): (Builder<Panel> | RowBuilder)[] {
  let y = 0;
  const placed: (Builder<Panel> | RowBuilder)[] = [];
  for (const line of lines) {
    if ('heading' in line) {
      placed.push(new RowBuilder(line.heading).id(line.id).gridPos({ x: 0, y, w: GRID_WIDTH, h: 1 }));
      y += 1;
      continue;
    }
    const panels = line.map((builder) => builder.build());
    y += place(panels, y);
    placed.push(...panels.map((panel) => ({ build: () => panel })));
  }
  return placed;
}

function place(panels: readonly Panel[], y: number): number {
  let x = 0;
  let height = 0;
  for (const panel of panels) {
    const { w = 0, h = 0 } = panel.gridPos ?? {};
    panel.gridPos = { x, y, w, h };
    x += w;
    height = Math.max(height, h);
  }
  if (x !== GRID_WIDTH) throw new Error(`a line of panels is ${x} wide: ${panels.map((one) => one.title)}`);
  return height;
}

/** Tells a heading from a panel. */
export function isRow(one: Builder<Panel> | RowBuilder): one is RowBuilder {
  return one instanceof RowBuilder;
}
