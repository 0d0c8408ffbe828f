import { playTrackKey } from '../../../registry/play.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { DASHBOARD_UIDS } from '../dashboard_uids.ts';
import type { Column } from '../panels/table_columns.ts';

/** Name of the variable that holds the key of one track. */
export const TRACK = 'track';

const KEPT = ['service', 'environment', 'station'].map((name) => `\${${name}:queryparam}`).join('&');

/** A column of track keys. A click on one shows its history, on this dashboard. */
export function trackColumn(): Column {
  const url = `/d/${DASHBOARD_UIDS.radio}?var-${TRACK}=\${__value.raw:percentencode}&${KEPT}&\${__url_time_range}`;
  return {
    field: labelName(playTrackKey.name),
    title: 'Track',
    properties: [{ id: 'links', value: [{ title: 'History of this track', url, targetBlank: false }] }],
  };
}
