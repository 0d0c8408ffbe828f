import { describe, expect, it } from 'vitest';
import { diagnoseMessage } from '../../src/diagnosis/messages.ts';
import { EARLIER_MESSAGES } from './messages/earlier.ts';
import { FAMILY_MESSAGES } from './messages/families.ts';
import { FFMPEG_MESSAGES } from './messages/ffmpeg.ts';
import { LIBRARY_MESSAGES } from './messages/libraries.ts';
import { NETWORK_MESSAGES } from './messages/network.ts';
import { ORDINARY_MESSAGES } from './messages/ordinary.ts';
import { READ_THROUGH_MESSAGES } from './messages/read_through.ts';
import { WRAPPER_MESSAGES } from './messages/wrappers.ts';
import { YTDLP_MESSAGES } from './messages/ytdlp.ts';

const GROUPS = {
  'yt-dlp and youtube-dl': YTDLP_MESSAGES,
  'ffmpeg and Liquidsoap': FFMPEG_MESSAGES,
  'curl, Node, shells and databases': NETWORK_MESSAGES,
  'programs around them': WRAPPER_MESSAGES,
  'the first sample': EARLIER_MESSAGES,
  'libraries and systems': LIBRARY_MESSAGES,
  'families of wordings': FAMILY_MESSAGES,
  'a list that was read through': READ_THROUGH_MESSAGES,
  'ordinary lines': ORDINARY_MESSAGES,
};

describe.each(Object.entries(GROUPS))('messages of %s', (_, cases) => {
  it.each(cases)('%s: %s', (type, line) => {
    expect(diagnoseMessage(line)?.type).toBe(type);
  });
});
