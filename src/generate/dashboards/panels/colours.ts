import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import { type ThresholdsConfig, ThresholdsMode } from '@grafana/grafana-foundation-sdk/dashboard';

export const GOOD = 'green';
export const WARN = 'orange';
export const BAD = 'red';
/** Neither good nor bad. Without any colour given Grafana has red from 80 on. */
export const NEUTRAL = 'blue';

/** Green for none, and another colour from the first on. */
export function noneIsGood(color: string = WARN): Builder<ThresholdsConfig> {
  return steps(GOOD, { from: 1, color });
}

/** Red below a share, and green from it on. */
export function goodFrom(ratio: number): Builder<ThresholdsConfig> {
  return steps(BAD, { from: ratio, color: GOOD });
}

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
