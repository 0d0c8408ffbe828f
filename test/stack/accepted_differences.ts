/**
 * What our process takes out and the Collector does not, by kind of secret: the process reads URLs, arguments and names
 * of files by code, of which a regular expression can only be the rough form.
 */
export const PASSED_BY_THE_COLLECTOR: Readonly<Record<string, string>> = {
  'credential: password with odd characters in a URL':
    'what is password and what is path, only code that reads the URL can tell',
  'credential: object with the name of a secret': 'where an object ends is told by code',
  'credential: login of a player in a path alone':
    'two parts and a number are a path of any service; only the process asks how random they look',
  'signed url: token of a CDN in the path':
    'any part of a path may be a name; the process asks how random it looks',
  'argument: yt-dlp --password':
    'as `-p`, which means something else to other programs; `--password` is found',
  'argument: yt-dlp --username': 'as `-u`, likewise',
  'argument: gallery-dl --password': 'as `-p`, likewise',
  'video id: YouTube URL': 'in a path, `/v/` and an id may be a version and a name',
  'video id: URL of another site':
    'a number or a word at the end of a path is an id only of the sites that the process knows',
  'video id: name of a file of youtube-dl': 'an id in a name of a file is told from words by code',
  'video id: name of a file that is an id': 'likewise',
  'video id: id that yt-dlp speaks of': 'found after the name of YouTube, not after every word in brackets',
  'video id: number that yt-dlp speaks of': 'a number in a message may be anything',
};

/** Kinds (`family: *` is all of a family) of which both take out the secret, but leave something else around it; by reason. */
export const MASKED_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  'the process masks every parameter and part of a URL that it does not know, the Collector those that may be a secret':
    [
      'api key: Discord webhook',
      'api key: Slack webhook',
      'api key: path of a webhook',
      'signed url: googlevideo query',
      'signed url: googlevideo path',
      'signed url: googlevideo address',
      'signed url: googlevideo path with an address',
      'signed url: URL that begins with slashes',
      'signed url: S3, version 4',
      'signed url: S3, version 2',
      'signed url: GCS',
      'signed url: Azure SAS',
      'signed url: Azure SAS without its URL',
      'signed url: Akamai path without a name',
      'signed url: token of a CDN',
      'signed url: usher of Twitch',
      'signed url: passphrase of SRT',
      'signed url: fragment',
      'signed url: URL inside a URL',
      'signed url: URL with an encoded question mark',
      'people: mail address in a mailto',
      'told: salted password of a service of music',
    ],
  'the Collector writes a space for the equals sign after an argument, or leaves its quotes': [
    'argument: *',
    'credential: authorization header with an equals sign',
    'told: item in the code of a program',
  ],
  'the Collector takes the word between a name and its value in JSON for the value, as it would be in a list':
    [
      'credential: attribute of OTLP in a text',
      'credential: header in a list of names and values',
      'credential: name of a secret and its value',
      'quoted: secret as written for json',
    ],
  'the Collector leaves the other folders of a path, or takes them whole': [
    'people: home folder',
    'people: home folder alone',
    'people: home folder on Windows',
    'people: home folder with a space in it',
    'people: home folder in a file URL',
    'people: home folder in a variable',
    'people: home folder in a stack',
    'people: home folder in a stack of ES modules',
  ],
  'the Collector cannot shorten an id, or leaves a parameter that says how and not what': [
    'video id: YouTube URL',
    'video id: name of a file of yt-dlp',
    'video id: id that yt-dlp speaks of',
  ],
};

/** What is no secret, and our process leaves while the Collector masks it, by the text; with the reason. */
export const MASKED_BY_THE_COLLECTOR_ALONE: Readonly<Record<string, string>> = {
  'read /downloads/cache/x.mp4':
    'that every folder of a path is a common word takes a list of words at each slash, which is dear without look-ahead',
  'run /opt/package/bin/x': 'likewise: what the folder of a package is called may be anything',
  'in E:\\jellyfin\\cache\\x.ts': 'likewise, of Windows',
  'use `use_po_token=True` or': 'that a value is a switch is not told without look-ahead',
  'low_pass=12000 two_pass: yes':
    'the word before `pass` is asked for by code; of numbers of up to three digits both say that they are none',
  'pass: ok': 'likewise the word behind it',
  'GET /live/news/hd/1.ts': 'that a path behind a method is a route is told by the process alone',
  'write to ffmpeg-devel@ffmpeg.org': 'one address among all is not told without look-ahead',
};
