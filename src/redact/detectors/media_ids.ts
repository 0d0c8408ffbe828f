import { MASK } from '../mask.ts';
import { truncateVideoId } from '../truncate.ts';
import { looksLikeId } from '../url.ts';
import type { Detector } from './detector.ts';

const ID = '[a-zA-Z0-9_-]';

// An id of YouTube: eleven letters with a capital, a digit or a dash after the first, as no word has. The last of them
// decides, so that there is one way to match.
const YOUTUBE_ID = `(?:${Array.from({ length: 10 }, (_, at) => `${ID}{${at + 1}}[A-Z0-9_-][a-z]{${9 - at}}`).join('|')})`;

/** Ids of videos, in what yt-dlp says, in URLs and in names of files: what somebody watched. */
export const mediaIdDetectors: readonly Detector[] = [
  {
    // `[youtube] dQw4w9WgXcQ: …`
    name: 'id_after_tag',
    family: 'media_id',
    source: `(\\[[a-z0-9_:+. -]{2,40}\\] )(${ID}{6,64})(:)`,
    replacement: '$1$2$3',
    replace: (found, tag = '', id = '', colon = '') =>
      looksLikeId(id) ? tag + truncateVideoId(id) + colon : found,
    only: 'process',
    needs: ['['],
  },
  {
    name: 'youtube_id_after_tag',
    family: 'media_id',
    only: 'collector',
    caseMatters: true,
    source: `(\\[youtube[a-z:+]{0,20}\\] )${YOUTUBE_ID}(:)`,
    replacement: `$1${MASK}$2`,
    needs: ['[youtube'],
  },
  {
    // `Title [dQw4w9WgXcQ].mp4`
    name: 'id_in_brackets',
    family: 'media_id',
    only: 'process',
    source: `\\[(${ID}{8})${ID}{3}\\]`,
    replacement: '[$1...]',
    replace: (found, kept = '') => (looksLikeId(found.slice(1, -1)) ? `[${kept}...]` : found),
    needs: ['['],
  },
  {
    name: 'youtube_id_in_brackets',
    family: 'media_id',
    only: 'collector',
    caseMatters: true,
    source: `\\[${YOUTUBE_ID}\\]`,
    replacement: `[${MASK}]`,
    needs: ['['],
  },
  {
    name: 'id_in_url',
    family: 'media_id',
    only: 'collector',
    source: `([?&](?:v|vid|id|video_?id)=|youtu\\.be/|/(?:shorts|embed|live|vi|vi_webp)/)(${ID}{8})${ID}{3,}`,
    replacement: '$1$2...',
    needs: ['v=', 'id=', 'youtu.be/', '/shorts/', '/embed/', '/live/', '/vi'],
  },
];
