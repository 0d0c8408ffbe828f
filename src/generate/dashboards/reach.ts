import { windows } from '../../registry/windows.ts';

const { metricsRetentionDays, logsRetentionDays } = windows;

/** How far back a dashboard reaches whose questions are of long times. */
export const REACH = `What is made of metrics reaches back ${metricsRetentionDays} days, what is made of logs ${logsRetentionDays} (the description of each panel says which).`;

/** How many seconds of the time shown metrics reach back: what divides a count by time must not count the rest. */
export const SECONDS_KNOWN = `scalar(clamp_max(vector($__range_s), ${metricsRetentionDays * 86400}))`;
