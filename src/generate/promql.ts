export { counted, lastHeld, type Part, series, successRatio, sumBy } from '../alerts/promql.ts';
