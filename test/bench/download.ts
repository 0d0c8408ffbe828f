import { download } from '../../src/media/download/download.ts';
import type { Comparison } from './comparison.ts';
import { downloadByHand } from './download_by_hand.ts';
import { DOWNLOAD, work } from './download_work.ts';

/** A download that succeeds, beside the same signals made by hand. */
export function downloadComparison(): Comparison {
  const byHand = downloadByHand();
  return {
    name: 'download',
    bound: 1.3,
    helper: () => download(DOWNLOAD, work),
    baseline: () => byHand(work),
  };
}
