/** Ids of the panels of "Runbooks", one for each alert. */
export const RUNBOOK_PANELS: Readonly<Record<string, number>> = {
  DownloadSuccessRateLow: 1,
  CookiesStale: 2,
  CookiesUnusable: 3,
  CookiesRejected: 4,
};
