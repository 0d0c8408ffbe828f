/**
 * Ids of the panels of "Errors". Links and alerts lead to them, so an id is never given to another panel. Rows are from 900
 * on.
 */
export const PANELS = {
  purpose: 1,
  errors: 2,
  critical: 3,
  unresolved: 4,
  resolved: 5,
  unknownShare: 6,
  kinds: 7,
  bySeverity: 20,
  byService: 21,
  serviceTable: 22,
  typeTable: 23,
  byCategory: 24,
  unresolvedTable: 30,
  lastErrors: 31,
  resolvedTable: 32,
  unknownOverTime: 40,
  unknownErrors: 41,
  unknownDownloads: 42,
  logLines: 50,
  logVolume: 51,
} as const;

export const ROWS = {
  what: 901,
  open: 902,
  unknown: 903,
  logs: 904,
} as const;
