import { DASHBOARD_UIDS, type DashboardKey } from '../dashboard_uids.ts';

/** What each dashboard is for, in the order in which they are offered. */
const GUIDE: Readonly<Record<Exclude<DashboardKey, 'overview'>, readonly [title: string, about: string]>> = {
  downloads: ['Downloads', 'which client, proxy and cookies work, and why not'],
  cookies: ['Cookies', 'how old, how valid, and what the site makes of them'],
  radio: ['Radio', 'what is on air, what was played, dead air'],
  processing: ['Media processing', 'stages of uploads: failed, slow, stuck'],
  jobs: ['Jobs and resilience', 'queues, workers, breakers, caches, pools'],
  visitors: ['Visitors and sessions', 'who comes when, asks for what, and gets it'],
  errors: ['Errors', 'what goes wrong, what is open, what to do'],
  host: ['Host', 'processors, memory, disks, processes'],
  telemetry: ['Telemetry pipeline', 'whether all of this arrives'],
  runbooks: ['Runbooks', 'what each alert means and what to do'],
};

/** Links to all dashboards, with the time shown kept. */
export function guide(): string {
  return Object.entries(GUIDE)
    .map(
      ([key, [title, about]]) =>
        `- [${title}](/d/${DASHBOARD_UIDS[key as DashboardKey]}?\${__url_time_range}): ${about}`,
    )
    .join('\n');
}
