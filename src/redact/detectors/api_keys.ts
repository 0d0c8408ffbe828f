import { MASK } from '../mask.ts';
import { namesInTexts } from '../names/secret_name_rules.ts';
import { ASSIGNED, type Detector, PART, WORD } from './detector.ts';
import { masked, VALUE } from './values.ts';

const key = (name: string, source: string, ...needs: string[]): Detector => ({
  name,
  family: 'api_key',
  source,
  caseMatters: true,
  replacement: MASK,
  needs,
});

// A line of base64 as keys are made of has capitals, small letters and digits within a few letters, as no digest in
// hexadecimal digits has and few names. There is one way to read it.
const MIXED =
  '(?:[A-Z]{1,20}(?:[a-z][A-Za-z]{0,30}[0-9+/]|[0-9+/][A-Z0-9+/]{0,30}[a-z])|[a-z]{1,20}(?:[A-Z][A-Za-z]{0,30}[0-9+/]|[0-9+/][a-z0-9+/]{0,30}[A-Z])|[0-9+/]{1,20}(?:[A-Z][A-Z0-9+/]{0,30}[a-z]|[a-z][a-z0-9+/]{0,30}[A-Z]))';
const LETTER = '[A-Za-z0-9+/]';
const BREAK = '(?:\\r?\\n|(?:\\\\r)?\\\\n)[ \\t]{0,16}';

/** Blocks of keys: they come first, since they are long, and what is in them looks like much else. */
export const keyBlockDetectors: readonly Detector[] = [
  {
    name: 'private_key',
    family: 'api_key',
    // A block that was cut off ends with the text. Line by line, each of its ends comes alone.
    source:
      '-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:[^-]|-[^-])*(?:-----END [A-Z0-9 ]{0,60}-----)?|-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----',
    replacement: MASK,
    needs: ['private key'],
  },
  {
    // What a key is made of, where its lines come one by one: nothing else stands on the line. The process tells such a
    // line where it looks at what is encoded.
    name: 'key_line',
    family: 'api_key',
    only: 'collector',
    caseMatters: true,
    source: `((?:^|[\\n"]|\\\\n)[ \\t]{0,16})${MIXED}${LETTER}{34,73}={0,2}(?:${BREAK}${LETTER}{16,76}={0,2})*($|[\\r\\n"]|\\\\[nr"])`,
    replacement: `$1${MASK}$2`,
    needs: ['a', 'e', 'i', 'o', 'u', '0', '1', '2', '3'],
  },
];

const DOT_AHEAD = `(?=${'[^]'.repeat(22)}(?:${Array.from({ length: 6 }, (_, more) => `${'[^]'.repeat(more)}\\.`).join('|')}))`;
const discordToken = (ahead: string): string =>
  `${PART}[MNO]${ahead}[A-Za-z0-9_-]{22,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,45}`;

/**
 * Keys that are known by their shape, as their makers document it. Where nothing else has such a beginning it may stand
 * behind any letter, as in the name of a file.
 */
export const apiKeyDetectors: readonly Detector[] = [
  key('google_key', `AIza[A-Za-z0-9_-]{30,}`, 'aiza'),
  key('google_token', `(?:ya29\\.|${WORD}1//0)[A-Za-z0-9_-]{20,}`, 'ya29.', '1//0'),
  key('google_client_secret', `GOCSPX-[A-Za-z0-9_-]{20,}`, 'gocspx-'),
  key(
    'gitlab_token',
    `gl(?:pat|dt|rt|cbt|ptt|ft|soat)-[A-Za-z0-9_-]{20,}`,
    'glpat-',
    'gldt-',
    'glrt-',
    'glcbt-',
    'glptt-',
    'glft-',
    'glsoat-',
  ),
  key('mailgun_key', `${WORD}key-[0-9a-f]{32}\\b`, 'key-'),
  key('pypi_token', `pypi-[A-Za-z0-9_-]{40,}`, 'pypi-'),
  key(
    'slack_token',
    `(?:${WORD}(?:xox[a-z]|xapp)-[A-Za-z0-9-]{10,}|_(?:xox[a-z]-[0-9]{6}|xapp-[0-9]-[A-Z])[A-Za-z0-9-]*)`,
    'xox',
    'xapp-',
  ),
  key('sendgrid_key', `${PART}SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}`, 'sg.'),
  // Behind that: a part of it may end so.
  key('vault_token', `hv[sbr]\\.[A-Za-z0-9_-]{20,}`, 'hvs.', 'hvb.', 'hvr.'),
  key('twilio_key', `${PART}(?:AC|SK)[0-9a-f]{32}\\b`, 'ac', 'sk'),
  {
    ...key('discord_token', discordToken(''), '.'),
    // The dot is looked for where it may stand, before the letters up to it are read from each of them.
    inProcess: discordToken(DOT_AHEAD),
  },
  key('telegram_token', `(?:${PART}|bot)\\d{8,10}:AA[A-Za-z0-9_-]{32,35}`, ':aa'),
  // Behind those that may have any letters in them, also these.
  key('ai_key', `${PART}sk-(?:[a-z]{2,8}[0-9]{0,2}-)?[A-Za-z0-9_-]{20,}`, 'sk-'),
  key(
    'aws_key_id',
    '(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA)[A-Z0-9]{16}',
    'akia',
    'asia',
    'abia',
    'acca',
    'aroa',
    'aida',
  ),
  key(
    'github_token',
    `(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{40,})`,
    'ghp_',
    'gho_',
    'ghu_',
    'ghs_',
    'ghr_',
    'github_pat_',
  ),
  key('shopify_token', `shp(?:at|ca|pa|ss)_[0-9a-fA-F]{24,}`, 'shp'),
  key('npm_token', `${PART}npm_[A-Za-z0-9]{30,}`, 'npm_'),
  key('stripe_key', `${PART}(?:[rs]k_(?:live|test)|whsec)_[A-Za-z0-9]{16,}`, 'k_live_', 'k_test_', 'whsec_'),
  key('hugging_face_token', `${PART}hf_[A-Za-z0-9]{30,}`, 'hf_'),
  key('digitalocean_token', `do[opr]_v1_[0-9a-f]{40,}`, 'do'),
  key('grafana_token', `(?:glsa_|glc_)[A-Za-z0-9_+/=]{24,}`, 'glsa_', 'glc_'),
  {
    // `keys: {APIx1y2z3…: …}`, `LIVEKIT_KEYS="APIx1y2z3…: …"`: the id of a key, and its secret.
    name: 'livekit_secret',
    family: 'api_key',
    caseMatters: true,
    source: `(${WORD}API[A-Za-z0-9]{9,16}["'\\\\]{0,4}:[ "'\\\\]{0,5})[A-Za-z0-9]{40,}`,
    replacement: `$1${MASK}`,
    needs: ['api'],
  },
  {
    name: 'discord_webhook',
    family: 'api_key',
    source: '(discord(?:app)?\\.com/api/(?:v\\d{1,2}/)?webhooks/)\\d{5,25}/[a-z0-9_.-]+',
    replacement: `$1${MASK}`,
    needs: ['webhooks'],
  },
  {
    name: 'slack_webhook',
    family: 'api_key',
    source: '(hooks\\.slack\\.com/(?:services|workflows|triggers)/)[a-z0-9_-][a-z0-9_./-]*(?:\\*{4})?',
    replacement: `$1${MASK}`,
    needs: ['hooks.slack.com'],
  },
  {
    name: 'webhook',
    family: 'api_key',
    source: '(/(?:webhooks?|webhookb2|incomingwebhook)/)[a-z0-9_@-]{16,}[a-z0-9_@/-]*',
    replacement: `$1${MASK}`,
    needs: ['webhook'],
  },
  {
    name: 'named_key',
    family: 'api_key',
    source: `((?:${namesInTexts('key')})${ASSIGNED})${VALUE}`,
    replacement: masked(1),
    // A tag of a playlist, which has a method first.
    unless: (_value, _found, before) => /#EXT-X-$/i.test(before),
    needs: ['key'],
  },
];
