/**
 * Ids of the panels of "Visitors and sessions". Links and alerts lead to them, so an id is never given to another panel.
 * Rows are from 900 on.
 */
export const PANELS = {
  purpose: 1,
  sessionsNow: 2,
  sessions: 3,
  visitors: 4,
  returning: 5,
  successRate: 6,
  files: 7,
  programs: 8,
  running: 20,
  sessionsActive: 21,
  oldest: 22,
  lastSessions: 30,
  sessionsByOutcome: 31,
  contents: 32,
  duration: 33,
  peakHours: 40,
  visitorsByDay: 41,
  daily: 42,
  popular: 50,
  sites: 51,
  countries: 60,
  agents: 61,
  mostActive: 62,
  unusual: 63,
} as const;

export const ROWS = {
  now: 901,
  sessions: 902,
  calendar: 903,
  content: 904,
  people: 905,
} as const;
