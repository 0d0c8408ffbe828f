/**
 * How much each series counted in the window that begins at each point, not in that which ends there: so that the bar of a
 * day stands at the day's beginning, and today's is there while the day lasts. Otherwise as `counted`.
 */
export function countedAhead(selector: string, window: string): string {
  const x = `${selector}[${window}] offset -${window}`;
  const old = `max_over_time(${selector}[${window}]) > 0 or resets(${x}) > 0`;
  return `((last_over_time(${x}) unless (${old})) or increase(${x}))`;
}

/** How much each series counted in a window of so many hours that ended so many hours before each point. Otherwise as `counted`. */
export function countedBefore(selector: string, windowHours: number, hoursBefore: number): string {
  const x = `${selector}[${windowHours}h] offset ${hoursBefore}h`;
  const earlier = `${selector}[${windowHours}h] offset ${hoursBefore + windowHours}h`;
  return `((last_over_time(${x}) unless (max_over_time(${earlier}) > 0 or resets(${x}) > 0)) or increase(${x}))`;
}
