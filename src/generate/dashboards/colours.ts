import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import { type ThresholdsConfig, ThresholdsMode } from '@grafana/grafana-foundation-sdk/dashboard';

export const GOOD = 'green';
export const WARN = 'orange';
export const BAD = 'red';
/** Neither good nor bad. Without any colour given Grafana has red from 80 on. */
export const NEUTRAL = 'blue';

/** Colours by value: `first` from the bottom up to the first step. */
export function steps(
  first: string,
  ...rest: readonly { readonly from: number; readonly color: string }[]
): Builder<ThresholdsConfig> {
  const config: ThresholdsConfig = {
    mode: ThresholdsMode.Absolute,
    steps: [{ value: null, color: first }, ...rest.map(({ from, color }) => ({ value: from, color }))],
  };
  return { build: () => config };
}
