export { counted, countedAhead, countedEarlier } from '../alerts/counted.ts';
export { lastHeld, type Part, series, successRatio, sumBy } from '../alerts/promql.ts';
