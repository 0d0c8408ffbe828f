import { reportTelemetryFailure } from '../../emit/guard.ts';

/** A listener that never throws: libraries call listeners in the midst of the application's own work. */
export function listener<A extends readonly unknown[]>(listen: (...args: A) => void): (...args: A) => void {
  return (...args) => {
    try {
      listen(...args);
    } catch (error) {
      reportTelemetryFailure('listening to an instrumented object', error);
    }
  };
}
