/**
 * Ids of the panels of "Cookies". Links and alerts lead to them, so an id is never given to another panel. Rows are from
 * 900 on.
 */
export const PANELS = {
  purpose: 1,
  unusable: 2,
  stale: 3,
  firstExpiry: 4,
  oldestLogin: 5,
  lastAccepted: 6,
  lastRejected: 7,
  rejections: 8,
  timeline: 20,
  now: 21,
  authTimeline: 22,
  loginAge: 30,
  expiry: 31,
  fileAge: 32,
  results: 40,
  authFailures: 41,
  resultAges: 42,
  successByCookies: 43,
  lastAuthFailures: 44,
  checks: 50,
  checksByUser: 51,
  notFresh: 52,
} as const;

export const ROWS = { state: 901, age: 902, site: 903, checks: 904 } as const;
