/**
 * Told what is going on while the stack is built and started.
 *
 * @param line      one line for people
 * @param transient true when the next line replaces this one: a clock that ticks, about once a second
 */
export type Progress = (line: string, transient: boolean) => void;

/** Says nothing. */
export const silent: Progress = () => {};

/** A time for people: `4.2 s`, `3:05 min`. */
export function formatSeconds(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')} min`;
}
