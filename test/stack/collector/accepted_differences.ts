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
  'argument: yt-dlp --username':
    'as `-u`, which means something else to other programs; `--username` is found',
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
      'signed url: token of a CDN in the path',
      'signed url: hash and a time in a path',
      'signed url: hash in hexadecimal digits and a time in a path',
      'signed url: token in a path, in brackets or behind a sign',
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
    'credential: two words in quotes of a printer',
  ],
  'the Collector takes the word between a name and its value in JSON for the value, as it would be in a list':
    [
      'cookie: session cookie as a browser exports it',
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
    'told: password in its place in a command',
  ],
  'the Collector masks the sign before the quote of a shell as well': [
    'quoted: secret as written for a shell, with a dollar',
  ],
  'the Collector cannot shorten an id, or leaves a parameter that says how and not what': [
    'video id: YouTube URL',
    'video id: name of a file of yt-dlp',
    'video id: id that yt-dlp speaks of',
    'told: key of media beside its id',
  ],
};

/** What our process lets through, and the Collector masks without counting it; by the text, with the reason. */
export const MASKED_THOUGH_LET_THROUGH: Readonly<Record<string, string>> = {
  'do -u me:planted now':
    'the Collector knows such an argument by its value, the process by the name of the program',
};

/** What it counts though our process let it through: records of OTLP, with the reason. */
export const COUNTED_THOUGH_LET_THROUGH: readonly {
  readonly why: string;
  readonly holds: (record: string) => boolean;
}[] = [
  {
    why: 'the id of a video is shortened by its class, whatever else its sender wrote there',
    holds: (record) => /"media\.video\.id","value":\{"stringValue":"[^"]*\.\.\."/.test(record),
  },
];
