/**
 * Ids of the panels of "Downloads". Links and alerts lead to them, so an id is never given to another panel. Rows are
 * from 900 on.
 */
export const PANELS = {
  purpose: 1,
  successRate: 2,
  attempts: 3,
  failures: 4,
  interrupted: 5,
  active: 6,
  durationP95: 7,
  bytes: 8,
  successByClient: 20,
  successByProxy: 21,
  successByCookies: 22,
  clientTable: 23,
  proxyTable: 24,
  cookiesTable: 25,
  attemptsByOutcome: 26,
  failuresByType: 30,
  failuresTable: 31,
  stepFailures: 32,
  stepFailuresTable: 33,
  lastFailures: 40,
  durationHeatmap: 50,
  durationTraces: 51,
  durationByClient: 52,
  programDuration: 53,
  bytesByClient: 60,
  fileSize: 61,
  cookiesTimeline: 70,
  cookiesResults: 72,
  sessions: 80,
  sessionDuration: 81,
  sessionContents: 82,
  sessionsActive: 83,
  errors: 84,
} as const;

export const ROWS = {
  success: 901,
  failures: 902,
  durations: 903,
  bytes: 904,
  cookies: 905,
  sessions: 906,
} as const;
