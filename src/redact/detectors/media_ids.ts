import { MASK } from '../mask.ts';
import { looksLikeId, surelyId } from '../names/looks_like_id.ts';
import { truncateVideoId } from '../truncate.ts';
import type { Detector } from './detector.ts';

const ID = '[a-zA-Z0-9_-]';

// An id of YouTube: eleven letters with a capital, a digit or a dash after the first, as no word has. The last of them
// decides, so that there is one way to match; each letter is looked at once or twice.
const YOUTUBE_ID = Array.from({ length: 10 }, (_, at) => at).reduce(
  (after, small) => `${ID}(?:[A-Z0-9_-][a-z]{${small}}${small === 0 ? '' : `|${after}`})`,
  '',
);

const NUMBER = /^[0-9]{8,}$/;
const DATE = /^[0-9]{4}-[0-9]{2}/;

const ENDINGS =
  'mp4|m4a|m4v|mp3|webm|mkv|opus|ogg|oga|ogv|flac|wav|aac|mov|avi|flv|ts|3gp|wmv|aiff?|vtt|srt|ass|lrc|jpe?g|png|webp|part|ytdl|temp|description|info\\.json|json3?|live_chat\\.json';

const ENDING = `(?:\\.f[0-9]{1,4}(?:-[a-z0-9]{1,4})?|\\.[a-z]{2}(?:-[a-z]{2,4})?)?\\.(?:${ENDINGS})\\b`;
const ENDING_OF_NAME = new RegExp(ENDING, 'gi');
const WHOLE_ID = new RegExp(`(?:^|[^A-Za-z0-9_])(${ID}{11})$`);

// A name, or several with dashes between them.
function idsBeforeEndings(found: string): string {
  let result = '';
  let done = 0;
  for (const { index } of found.matchAll(ENDING_OF_NAME)) {
    const [, id] = WHOLE_ID.exec(found.slice(Math.max(done, index - 12), index)) ?? [];
    if (id === undefined || !surelyId(id)) continue;
    result += found.slice(done, index - id.length) + truncateVideoId(id);
    done = index;
  }
  return result + found.slice(done);
}

/** Ids of videos, in what yt-dlp says, in URLs and in names of files: what somebody watched. */
export const mediaIdDetectors: readonly Detector[] = [
  {
    // `[youtube] dQw4w9WgXcQ: …`
    name: 'id_after_tag',
    family: 'media_id',
    only: 'process',
    source: `(\\[[a-z][a-z0-9_:+. -]{1,40}\\] )(${ID}{6,64})(:)`,
    replacement: '',
    replace: (found, tag = '', id = '', colon = '') =>
      (looksLikeId(id) && !DATE.test(id)) || NUMBER.test(id) ? tag + truncateVideoId(id) + colon : found,
    needs: ['['],
  },
  {
    // `youtube dQw4w9WgXcQ`, as in an archive of what was downloaded.
    name: 'id_after_site',
    family: 'media_id',
    only: 'process',
    source: `\\b((?:youtube|youtu\\.be)[ /])(${ID}{11})\\b`,
    replacement: '',
    replace: (found, site = '', id = '') => (looksLikeId(id) ? site + truncateVideoId(id) : found),
    needs: ['youtu'],
  },
  {
    name: 'id_in_archive',
    family: 'media_id',
    source: `(\\b[a-z]{2,30} [a-z0-9_-]{8})[a-z0-9_-]{3}( has already been recorded in)`,
    replacement: '$1...$2',
    needs: ['has already been'],
  },
  {
    // `[info] Available formats for dQw4w9WgXcQ:`
    name: 'id_of_list',
    family: 'media_id',
    source: `(\\bAvailable (?:formats|thumbnails|subtitles|automatic captions) for ${ID}{8})${ID}{3,56}(:)`,
    replacement: '$1...$2',
    needs: ['available '],
  },
  {
    name: 'named_id',
    family: 'media_id',
    source: `((?:video|display)_?id(?:\\\\{0,3}["'])?[ ]?[:=][ ]?(?:\\\\{0,3}["'])?${ID}{8})${ID}+`,
    replacement: '$1...',
    needs: ['video', 'display'],
  },
  {
    // `dQw4w9WgXcQ.mp4`, `Title-dQw4w9WgXcQ.f137.webm`: what stands before the ending is read once, and the id is its end.
    name: 'id_in_file_name',
    family: 'media_id',
    only: 'process',
    source: `(?:^|[^a-z0-9_-])${ID}+${ENDING}(?:-${ID}*${ENDING})*`,
    replacement: '',
    replace: idsBeforeEndings,
    needs: [
      ...[
        '.mp',
        '.m4',
        '.webm',
        '.mkv',
        '.opus',
        '.og',
        '.flac',
        '.wav',
        '.aac',
        '.mov',
        '.avi',
        '.flv',
        '.ts',
        '.3gp',
      ],
      ...[
        '.wmv',
        '.aif',
        '.vtt',
        '.srt',
        '.ass',
        '.lrc',
        '.jp',
        '.png',
        '.webp',
        '.part',
        '.ytdl',
        '.temp',
        '.desc',
      ],
      ...['.info', '.json', '.live_chat'],
    ],
  },
  {
    name: 'youtube_id_after_tag',
    family: 'media_id',
    only: 'collector',
    caseMatters: true,
    source: `(\\byoutube[a-z:+]{0,20}\\] )${YOUTUBE_ID}(:)`,
    replacement: `$1${MASK}$2`,
    needs: ['youtube'],
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
    source: `([?&](?:v|vid|id|video_?id)=|youtu\\.be/|/(?:shorts|embed|live|vi|vi_webp)/)(${ID}{8})${ID}{3,}`,
    replacement: '$1$2...',
    // A channel is called by words: `/live/breaking-news/`.
    replace: (found, name = '', kept = '') =>
      name !== '/live/' || looksLikeId(found.slice(name.length)) ? `${name}${kept}...` : found,
    needs: ['v=', 'id=', 'youtu.be/', '/shorts/', '/embed/', '/live/', '/vi'],
  },
];
