import type { Detector } from '../../redact/detectors/detector.ts';
import { SYSTEM_FOLDERS } from '../../redact/urls/system_folders.ts';
import { all, any, type Gate, oneOf, words } from './gate.ts';
import { ROOT_FOLDERS } from './ordinary.ts';
import { literal } from './ottl.ts';

/** A host of a URL is no name of a value, and a port no secret. In small letters; `//$1` is what is left. */
const HOST_OF_URL = String.raw`https?://[a-z0-9.-]+(?::[0-9]{1,5})?([/?\s"'<>),]|$)`;

/** What parts a name from its value in many texts and does not here, and what is left of it; of texts in small letters. */
export const NO_ASSIGNMENTS: readonly (readonly [found: string, left: string])[] = [
  [HOST_OF_URL, '//$1'],
  // `ERROR: `, `HTTP Error 403: `: no secret is called so.
  ['error(?: [0-9]{1,4})?:( )', '$1'],
  ['warning:( )', '$1'],
];

// What stands behind a name and before its value.
const SET = '["\'\\\\ \\t:=%\\]]';

const ASSIGNS = any(':', '=', '%', ',');

/** What many detectors need and most texts do not have: asked for once for all of them, family by family. */
const GROUPS = {
  /** Between a name and its value; asked where what is none of them is left out. */
  assigned: any('=', ':', '%3[ad]', String.raw`,[ ]?\\{0,3}["']`),
  equals: any('='),
  query: all(any('=', '%3d'), words('? & ; ~ %3f %26')),
  /** Names of which the last word tells (src/redact/names/secret_names.ts), in few expressions. */
  steps: all(
    ASSIGNS,
    any(
      `p(?:w|sk|hrase)${SET}`,
      `c(?:red(?:s|ential)?|srf|odes?|ards?|v[cv]2?)${SET}`,
      `key${SET}`,
      `num(?:ber)?${SET}`,
      `bearer${SET}`,
      `a(?:uth[_ -]?(?:data|hash)|rl)${SET}`,
      `words${SET}`,
      ...['xsrf', 'ssn', 'iban', 'verifier', 'mnemonic'],
    ),
  ),
  codes: all(ASSIGNS, any(`otp${SET}`, `fa${SET}`, `code${SET}`, `pin${SET}`)),
  /** Words of which something is said, without a sign between them. */
  named: any('p(?:ass|wd)', ...['token', 'secret', 'key', 'webhook', 'magic']),
  coded: words('code pin otp'),
  at: words('@ %40'),
  /** Two dashes, or one where a word begins. */
  argument: all(
    '-',
    any('--', ' -', '\\n-', '\\t-', '\\r-', '\\f-', ...[...'"\'[(,='].map((before) => literal(`${before}-`))),
  ),
  underscored: any('_'),
  dashed: any('-'),
} as const satisfies Readonly<Record<string, Gate>>;

/** A group of detectors that have a gate in common. */
export type GroupName = keyof typeof GROUPS;

/** Where to look before a detector is asked. */
export interface Entry {
  readonly group?: GroupName;
  readonly gate: Gate;
  /** So few texts open the gate, and its expression is so long, that it is asked the second time only. */
  readonly isLong?: true;
}

// As many as such a line has at least.
const LETTERS_OF_KEY = '[a-z0-9+/]{37}';
const IN_NAME = '[^\\s/"\'<>|:,;()`\\]*]';
const ROOTS = [...ROOT_FOLDERS, ...SYSTEM_FOLDERS].join('|');

// Behind what opens a list, or parts it: the name of an argument, a header or a variable, in quotes.
const OPENED = String.raw`(?:\s|\\{1,3}[nrt])*[bu$]?\\{0,3}["'\x60][a-z0-9_-]+[=:]`;

// Behind a name in quotes, or one that stands alone.
const PAIRED = any('=', '":', "':", '" :', "' :");

// Of a name, and of no other words with those letters.
const TOLD = any(
  ...['p(?:ass|wd)[a-z]*', 'tokens?', 'secret', 'key(?:[ _-]?(?:id|base))?'].map((name) => `${name}[ |\\t]`),
  ...['webhook', 'magic'],
);

// A name in quotes behind what tells that it is one, and what parts it from its value.
const PAIR_OF = any(
  ...['key', 'name', 'header', 'field', 'attribute'].map(
    (word) =>
      word +
      String.raw`(?:\\{0,3}["'])?(?:\s|\\{1,3}[nrt])*[:=](?:\s|\\{1,3}[nrt])*\\{0,3}["'][^\s"'\\]+\\{0,3}["'](?:\s|\\{1,3}[nrt])*(?:,|[a-z-]+=|\\{0,3}["']?(?:value|content|args))`,
  ),
);

const LISTED = all(any('=', ':'), any(`,${OPENED}`, `\\[${OPENED}`));

// Where a detector's own needs are found in too many texts. What is not here is asked for by those.
const ENTRIES: Readonly<Record<string, Partial<Entry>>> = {
  exported_cookie: { isLong: true, group: 'assigned', gate: all('value', 'name') },
  exported_cookie_turned: { isLong: true, group: 'assigned', gate: all('value', 'name') },
  cookie_header: { group: 'assigned' },
  cookie_list: { group: 'assigned' },
  session_cookie: {
    group: 'assigned',
    gate: any(
      words(
        'sid session sessdata ysc mstoken ttwid ct0 kdt twid datr csrftoken rur netflixid dedeuserid buvid remix patreon steamlogin twilight',
      ),
      all(
        '_',
        words(
          'login_info visitor_ __secure- __host- tt_ _tt s_v_web_id auth_ guest_id c_user ds_user_id ig_did li_at _pinterest_sess api_token token_v2 unique_id oauth_token sc_anon sp_ etp_rt bili_jct ac_time cf_ wordpress_',
        ),
      ),
      all('-', words('auth-token session-token -main xsrf-token')),
    ),
  },
  short_session_cookie: {
    group: 'assigned',
    gate: all(PAIRED, words('xs fr sb sk mid att arl nid vimeo z_c0 web_session nauth vuid a1')),
  },
  plain_session_cookie: { group: 'assigned', gate: all(PAIRED, words('sess persistent')) },
  authorization_header: { group: 'assigned' },
  credential_header: {
    group: 'assigned',
    gate: all('-', words('x- icy- private-token sec-websocket customdata custom-data nv-auth')),
  },
  connection_string: { group: 'equals', gate: all(';', words('user uid')) },
  secret_element: { gate: '<[a-z0-9:_-]+(?:[ ][^<>]*)?>[^<*]' },
  connection_password: { group: 'equals', gate: all(';', words('password pwd')) },
  url_password: { group: 'at' },
  url_user: { group: 'at' },
  bare_proxy: { group: 'at' },
  bare_proxy_turned: { gate: ':[0-9]{4,5}:' },
  password: { group: 'assigned' },
  card_code: { group: 'assigned' },
  quoted_step_name: { group: 'steps', gate: all() },
  listed_step_name: { group: 'steps', gate: ',' },
  quoted_step_name_in_capitals: { group: 'steps', gate: all() },
  step_name: { group: 'steps', gate: all() },
  step_name_in_capitals: { group: 'steps', gate: all() },
  field_of_step_name: { group: 'steps', gate: all() },
  named_code: { group: 'codes', gate: all() },
  named_code_in_capitals: { group: 'codes', gate: all() },
  code_element: { gate: '<[a-z0-9:_-]+>[^<*]' },
  code_argument: { group: 'argument', gate: any('otp', 'fa', 'code', 'pin') },
  told_code: { group: 'coded', gate: any('code[ :=]', 'pin[ :=]', 'otp[ :=]') },
  code_in_sentence: { group: 'coded', gate: any('code:? ', 'pin is', 'otp is', 'passcode is', 'pin code') },
  secret_list: { group: 'named' },
  told_secret: { group: 'named', gate: TOLD },
  told_short_secret: { group: 'named', gate: TOLD },
  told_password: { group: 'named' },
  quoted_pass: { group: 'named' },
  named_pass: { group: 'named' },
  told_pass: { group: 'named' },
  told_pass_with_digit: { group: 'named' },
  pass_argument: { group: 'named' },
  livekit_secret: { group: 'assigned', gate: 'api[a-z0-9]{9,20}[\\\\"\']*:' },
  discord_webhook: { group: 'named' },
  webhook: { group: 'named' },
  told_key: { group: 'named' },
  told_stream_key: { group: 'named' },
  oauth_code: { group: 'assigned', gate: 'code["\'\\\\=]' },
  driver_dsn: { group: 'at' },
  secret_argument: { group: 'argument' },
  listed_assignment_of_any_quote: { isLong: true, gate: LISTED },
  listed_assignment_escaped: { isLong: true, gate: all('\\\\', LISTED) },
  browser_argument: { group: 'argument' },
  short_argument: { group: 'argument' },
  letter_argument_by_value: { group: 'argument' },
  po_token: { group: 'assigned' },
  visitor_data: { group: 'assigned' },
  named_pair: {
    isLong: true,
    gate: all(PAIR_OF, any('value', 'content', 'args')),
  },
  named_lines: { isLong: true },
  named_part: { isLong: true },
  command_password: { isLong: true },
  secret_block: { isLong: true, group: 'assigned', gate: ': {1,2}[|>]' },
  escaped_name: { group: 'assigned' },
  listed_secret: {
    isLong: true,
    gate: all(
      any('",', "',", '" ,', "' ,"),
      words('authorization cookie pass pwd secret token key webhook magic x-'),
    ),
  },
  quoted_token: { group: 'assigned' },
  named_token: { group: 'assigned' },
  told_token: { group: 'assigned' },
  named_key: { group: 'assigned' },
  google_client_secret: { group: 'dashed' },
  gitlab_token: { group: 'dashed', gate: 'gl(?:pat|dt|rt|cbt|ptt|ft|soat)-' },
  mailgun_key: { group: 'dashed' },
  pypi_token: { group: 'dashed' },
  slack_token: { group: 'dashed', gate: 'x(?:ox|app-)' },
  ai_key: { group: 'dashed' },
  github_token: { group: 'underscored', gate: 'g(?:h[pousr]|ithub_pat)_' },
  shopify_token: { group: 'underscored' },
  npm_token: { group: 'underscored' },
  stripe_key: { group: 'underscored' },
  hugging_face_token: { group: 'underscored' },
  digitalocean_token: { group: 'underscored', gate: '_v1_' },
  grafana_token: { group: 'underscored' },
  aws_key_id: { gate: 'a(?:kia|sia|bia|cca|roa|ida)[a-z0-9]{16}' },
  vault_token: { gate: 'hv[sbr]\\.' },
  visitor_data_value: { gate: 'cg[ts]' },
  twilio_key: { gate: any('ac[0-9a-f]{32}', 'sk[0-9a-f]{32}') },
  key_line: {
    gate: any(...['\n', '"', String.raw`\\n`].map((before) => `${before}[ \t]*${LETTERS_OF_KEY}`)),
  },
  buffer_in_json: { gate: all('buffer', 'data') },
  bytes_by_index: { gate: '0["\'\\\\]*:[ ]?[0-9]{1,3},' },
  program_password: { group: 'argument' },
  printed_secret: { group: 'named' },
  program_user: { group: 'argument' },
  content_key: { gate: any(':[0-9a-f]{32}', ':key=', 'inline:', '#ext-x-') },
  discord_token: { gate: '\\.[a-z0-9_-]{6}\\.[a-z0-9_-]{27}' },
  srt_stream_id: { group: 'query' },
  youtube_key: { gate: '-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-' },
  rtmp_option: { group: 'equals' },
  named_stream_key: { group: 'assigned' },
  url_secret: { group: 'query', gate: any('=', '%3d') },
  url_parameter: { group: 'query', gate: words('? &') },
  signature: { group: 'equals' },
  path_secret: {
    gate: '/(?:sig|lsig|signature|pot|hdn|spc|vprv|sparams|lsparams|jwt|sessionid|x-amz-)',
  },
  path_key: {
    gate: '/(?:(?:token|policy|key|api_?key|ei|ks|secret|password)[/=]|sec2?\\(|(?:h|st|md5|hash)=)',
  },
  path_hash: {
    gate: any(
      '/(?:1[5-9][0-9]{8}[/,_-]|[67]\\w{7}/|20[0-9]{10}/|[\\w-]{80})',
      ',1[5-9][0-9]{8}/',
      '\\?[\\w-]{80}',
    ),
  },
  email: { group: 'at' },
  home_folder: { gate: any('/home/', 'users[/\\\\]', 'settings') },
  unix_path: { isLong: true, gate: `/${IN_NAME}+/${IN_NAME}` },
  ipv4_public: { gate: '\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[1-9]' },
  ipv4_public_in_host: { gate: '-[0-9]{1,3}-[0-9]{1,3}-[1-9]' },
  ipv6: { gate: ':[0-9a-f]{0,4}:' },
  named_id: { group: 'assigned' },
  youtube_id_in_brackets: { gate: '\\[[a-z0-9_-]{11}\\]' },
  id_in_url: {
    gate: any(all('=', any('v=', 'id=')), 'youtu\\.be/', '/(?:shorts|embed|live|vi|vi_webp)/'),
  },
};

/** The gate of a group. */
export const groupGate = (name: GroupName): Gate => GROUPS[name];

/** The gate of a detector; in routes there are other paths. */
export function entryOf({ name, needs }: Detector, routes?: true): Entry {
  if (routes && name === 'unix_path') return { gate: `/(?:${ROOTS})/` };
  const entry = Object.hasOwn(ENTRIES, name) ? ENTRIES[name] : undefined;
  return { gate: oneOf(needs), ...entry };
}
