/**
 * Ids of the panels of "Overview". Links and alerts lead to them, so an id is never given to another panel. Rows are from
 * 900 on.
 */
export const PANELS = {
  purpose: 1,
  downloads: 2,
  plays: 3,
  processing: 4,
  jobs: 5,
  health: 6,
  errors: 7,
  runningNow: 10,
  stuck: 11,
  silence: 12,
  alerts: 20,
  healthTimeline: 21,
  healthChanges: 22,
  objectives: 30,
  burnRate: 31,
  traffic: 40,
  failures: 41,
  lastLines: 42,
  dashboards: 50,
} as const;

export const ROWS = {
  alerts: 901,
  objectives: 902,
  traffic: 903,
} as const;
