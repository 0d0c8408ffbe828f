/**
 * Ids of the panels of "Telemetry pipeline". Links and alerts lead to them, so an id is never given to another panel. Rows
 * are from 900 on.
 */
export const PANELS = {
  purpose: 1,
  silent: 2,
  refused: 3,
  failed: 4,
  queueFill: 5,
  lostInProcess: 6,
  redactedLate: 7,
  redactionFailures: 8,
  collectors: 9,
  servicesTable: 20,
  silence: 21,
  arrivedSpans: 22,
  arrivedLines: 23,
  series: 24,
  itemsByOutcome: 30,
  sdkQueues: 31,
  redactionFailuresOverTime: 32,
  lateByFamily: 40,
  lateTable: 41,
  accepted: 50,
  sent: 51,
  notTaken: 52,
  lost: 53,
  queueBytes: 60,
  queueShare: 61,
  inFlight: 62,
  collectorMemory: 70,
  collectorCpu: 71,
  collectorUptime: 72,
} as const;

export const ROWS = {
  services: 901,
  processes: 902,
  redaction: 903,
  collector: 904,
  queues: 905,
  collectorProcess: 906,
} as const;
