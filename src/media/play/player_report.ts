import { type Cmcd, readCmcd } from './cmcd.ts';
import type { PlayFigures } from './figures.ts';
import type { Play } from './options.ts';

/** Does to a play what its player reported: it started, stood still, went wrong, is over. */
export function takeReport(play: Play, figures: PlayFigures, cmcd: Cmcd): void {
  const report = readCmcd(cmcd);
  const { state, errorCodes } = report;
  if (report.startupSeconds !== undefined) figures.startup(report.startupSeconds);
  if (state === 'p') play.started();
  figures.take(report);
  if (state === 'f' || errorCodes.length > 0) {
    play.error(new Error(`player error ${errorCodes.join(' ')}`.trim()), { recovered: state !== 'f' });
  }
  if (state === 'f') play.end('error');
  else if (state === 'e') play.end('finished');
  else if (state === 'q') play.end('stopped');
}
