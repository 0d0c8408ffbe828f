/**
 * Ids of the panels of "Radio". Links and alerts lead to them, so an id is never given to another panel. Rows are from 900
 * on.
 */
export const PANELS = {
  purpose: 1,
  onAir: 2,
  silence: 3,
  uptime: 4,
  plays: 5,
  uniqueTracks: 6,
  errorRate: 7,
  deadAir: 8,
  nowPlaying: 20,
  lastPlays: 21,
  mostPlayed: 30,
  trackHistory: 31,
  playsByHour: 40,
  uptimeByDay: 41,
  daily: 42,
  weekly: 43,
  attempts: 50,
  playsByOutcome: 51,
  endReasons: 52,
  failedPlays: 53,
  errorsByType: 60,
  errorTable: 61,
  silenceNow: 70,
  gaps: 71,
  gapDuration: 72,
  overrun: 73,
  startup: 74,
  stalls: 75,
  rebuffering: 76,
  completion: 77,
  duration: 78,
} as const;

export const ROWS = {
  now: 901,
  tracks: 902,
  calendar: 903,
  outcomes: 904,
  errors: 905,
  silence: 906,
  quality: 907,
} as const;
