import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduceUserAgent } from '../../../src/redact/policy/user_agent.ts';
import { SEED } from '../../seeds.ts';

const KHTML = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('reduceUserAgent', () => {
  it.each([
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${KHTML} Chrome/126.0.6478.127 Safari/537.36`,
      'Chrome',
      '126',
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${KHTML} Chrome/126.0.0.0 Safari/537.36 Edg/125.0.2535.92`,
      'Edge',
      '125',
    ],
    [`Mozilla/5.0 (X11; Linux x86_64) ${KHTML} Chrome/124.0.0.0 Safari/537.36 OPR/110.0.0.0`, 'Opera', '110'],
    [
      `Mozilla/5.0 (Linux; Android 13; SM-S901B) ${KHTML} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`,
      'Samsung Internet',
      '25',
    ],
    ['Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', '140'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/127.0 Mobile/15E148 Safari/605.1.15',
      'Firefox',
      '127',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1',
      'Chrome',
      '126',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
      'Safari',
      '17',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari',
      '17',
    ],
    ['Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko', 'Internet Explorer', '11'],
    ['curl/8.5.0', 'curl', '8'],
    ['Wget/1.21.4', 'Wget', '1'],
    ['yt-dlp/2025.06.30', 'yt-dlp', '2025'],
    ['Lavf/60.16.100', 'ffmpeg', '60'],
    ['VLC/3.0.20 LibVLC/3.0.20', 'VLC', '3'],
    ['mpv 0.37.0', 'mpv', '0'],
    ['Music Player Daemon 0.23.14', 'MPD', '0'],
    ['AppleCoreMedia/1.0.0.21F90 (iPhone; U; CPU OS 17_5_1 like Mac OS X; de_de)', 'AppleCoreMedia', '1'],
    ['python-requests/2.31.0', 'python-requests', '2'],
    ['Go-http-client/1.1', 'Go', '1'],
    ['okhttp/4.12.0', 'okhttp', '4'],
    ['node', 'Node.js', undefined],
    ['undici', 'Node.js', undefined],
    ['', 'other', undefined],
    ['somebody@example.org with a long story', 'other', undefined],
  ])('%s', (text, name, version) => {
    expect(reduceUserAgent(text)).toEqual({ name, ...(version && { version }) });
  });

  it.each([
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'Googlebot'],
    [`Mozilla/5.0 ${KHTML}; compatible; GPTBot/1.1; +https://openai.com/gptbot`, 'OpenAI'],
    ['facebookexternalhit/1.1', 'Meta'],
    ['TelegramBot (like TwitterBot)', 'Twitterbot'],
    ['SomeNewCrawler/9 (+mailto:planted@example.org)', 'other bot'],
  ])('%s is a bot', (text, name) => {
    expect(reduceUserAgent(text)).toMatchObject({ bot: true });
    expect(reduceUserAgent(text).version).toBeUndefined();
    expect(reduceUserAgent(text).name).toBe(name);
  });

  it('tells nothing that somebody put into it, whatever that is', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('Firefox/140.0', 'curl/8', 'bot', ''), (text, token) => {
        const { name, version } = reduceUserAgent(`${text} planted-word ${token}`);
        expect(name).not.toContain('planted');
        expect(version ?? '').toMatch(/^\d{0,4}$/);
      }),
      { seed: SEED },
    );
  });

  it('is linear in time, also in one made to be slow', () => {
    for (const piece of ['Version/1', 'Trident/', 'GStreamer', 'A/1 ', 'Safari/'])
      expect(reduceUserAgent(piece.repeat(200_000)).name).toEqual(expect.any(String));
  });
});
