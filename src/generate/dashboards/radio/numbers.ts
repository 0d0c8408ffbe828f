import {
  playActive,
  playGap,
  playSilence,
  playStarted,
  plays,
  playTime,
  playTrackKey,
} from '../../../registry/play.ts';
import { select } from '../../../registry/selection.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import type { Line } from '../layout.ts';
import { noneIsGood } from '../panels/colours.ts';
import { logNumber } from '../panels/log_panels.ts';
import { numberPanel } from '../panels/simple_panels.ts';
import { currentPanel, KILLED, totalPanel } from '../panels/totals.ts';
import { distinct, linesOf } from '../queries/log_numbers.ts';
import {
  chosen,
  errorColours,
  errorShare,
  OF_STATION,
  silenceColours,
  uptime,
  uptimeColours,
} from './measures.ts';
import { PANELS as ID } from './panel_ids.ts';
import { longGaps } from './silence.ts';

/** The numbers that matter, on top. */
export function numbers(): Line {
  return [
    currentPanel(chosen, select(playActive), {
      id: ID.onAir,
      title: 'On air now',
      about: KILLED,
      width: 3,
      decimals: 0,
    }),
    numberPanel(playSilence, {
      id: ID.silence,
      title: 'Longest silence now',
      about: 'Of all stations. A station that was stopped on purpose is not silent.',
      whenEmpty: 'no station',
      width: 4,
      colours: silenceColours(),
      query: `max(${chosen.filtered(select(playSilence))})`,
    }),
    numberPanel(playTime, {
      id: ID.uptime,
      title: 'Uptime',
      about: `Share of the time shown for which the station that played least played. ${percent(thresholds.playUptimeRatio)} is what there should be.`,
      unit: 'percentunit',
      whenEmpty: 'no plays',
      width: 4,
      decimals: 1,
      colours: uptimeColours(),
      query: `min(${uptime})`,
    }),
    totalPanel(chosen, select(plays), {
      id: ID.plays,
      title: 'Plays',
      about: 'In the time shown.',
      width: 3,
    }),
    logNumber(playStarted, {
      id: ID.uniqueTracks,
      title: 'Unique tracks',
      about: 'How many different tracks, by their keys, which count the same hashed or in clear.',
      whenEmpty: '0',
      width: 3,
      query: distinct(playTrackKey, [], `${linesOf(playStarted)}${OF_STATION}`),
    }),
    numberPanel(plays, {
      id: ID.errorRate,
      title: 'Error rate',
      about: 'Share of plays with errors, in the time shown, also of those that went on.',
      unit: 'percentunit',
      whenEmpty: 'no plays',
      width: 3,
      decimals: 1,
      colours: errorColours(),
      query: errorShare([], chosen.inRange),
    }),
    numberPanel(playGap, {
      id: ID.deadAir,
      title: 'Dead air',
      about: `How often a station was silent for more than ${thresholds.deadAirSeconds} s between two plays, in the time shown.`,
      unit: 'short',
      width: 4,
      decimals: 0,
      colours: noneIsGood(),
      query: `${longGaps([], chosen.inRange)} or vector(0)`,
    }),
  ];
}

function percent(ratio: number): string {
  return `${Math.round(ratio * 100)} %`;
}
