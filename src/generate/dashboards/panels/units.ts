const GRAFANA_UNITS: Readonly<Record<string, string>> = { s: 's', By: 'decbytes', '1': 'percentunit' };

/** Unit of a metric as Grafana spells it. Countable things, whose unit is an annotation in braces, are plain numbers. */
export function grafanaUnit(unit: string): string {
  if (/^\{[a-z_]+\}$/.test(unit)) return 'short';
  const known = GRAFANA_UNITS[unit];
  if (known === undefined) throw new Error(`no Grafana unit is known for ${unit}`);
  return known;
}
