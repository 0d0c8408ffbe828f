import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { type Part, sumBy } from '../../../alerts/promql.ts';
import type { Selection } from '../../../registry/selection.ts';
import type { Narrowed } from '../choices.ts';
import { type NumberOptions, numberPanel } from './simple_panels.ts';

type Options = Omit<NumberOptions, 'query'>;

/** What a number of running things says of processes that are gone: their series stay that long. */
export const KILLED = 'A process that was killed counts on for five minutes.';

/** How much there was of something in the time shown; 0 where there was none. */
export function total(chosen: Narrowed, selection: Selection, part?: Part): string {
  return `${sumBy([], chosen.inRange(selection, part))} or vector(0)`;
}

/** How much there is of something now; 0 where there is none. */
export function current(chosen: Narrowed, selection: Selection): string {
  return `${sumBy([], chosen.filtered(selection))} or vector(0)`;
}

/** One of the numbers on top: how much there was in the time shown. */
export function totalPanel(chosen: Narrowed, selection: Selection, options: Options): Builder<Panel> {
  return numberPanel(selection.metric, { decimals: 0, ...options, query: total(chosen, selection) });
}

/** One of the numbers on top: how much there is now. */
export function currentPanel(chosen: Narrowed, selection: Selection, options: Options): Builder<Panel> {
  return numberPanel(selection.metric, { ...options, query: current(chosen, selection) });
}
