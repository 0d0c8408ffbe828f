/**
 * Under such a name these values are a secret:
 * - `any`: all but a switch (`true`, `false`) and nothing
 * - `no_state`: all but those and the words of a state (`enabled`, `failed`) and numbers of up to three digits, which count something
 * - `login`: all but the address of a database or a queue without a login
 * - `code`: what has a digit and at least four letters or digits, in one piece
 * - `digits`: four digits or more
 */
export type SecretValue = 'any' | 'no_state' | 'login' | 'code' | 'digits';

/** Which expression finds them in a text; `none`: another detector does, which knows the thing better. */
export type InTexts = 'password' | 'key' | 'token' | 'other_language' | 'step' | 'none';

/** Names of secrets that count alike. */
export interface SecretNames {
  /**
   * What of a name they are:
   * - `end`: what any name ends with, even in a word: `dbPassword`, `PGPASSWORD`
   * - `step`: its last words, or all of it: `MY_PW`, `smtpPin`; not `spin`, `pinned`
   * - `whole`: all of it, or all behind its last dot
   */
  readonly at: 'end' | 'step' | 'whole';
  readonly value: SecretValue;
  readonly inTexts: InTexts;
  /**
   * In small letters, with commas between them. A space stands where words are written together, or with a dash or an
   * underscore between them; a question mark behind a letter that may be missing; `(a|b)` is either.
   */
  readonly names: string;
}

const VENDORS =
  'stripe|youtube|google|twitch|openai|anthropic|gemini|mistral|azure|aws|gcp|spotify|lastfm|tmdb|tvdb|omdb|deezer|soundcloud|genius|' +
  'sendgrid|mailgun|mailchimp|twilio|github|gitlab|slack|discord|telegram|facebook|twitter|instagram|tiktok|vimeo|cloudflare|' +
  'sentry|datadog|algolia|mapbox|maps|firebase|supabase|pusher|radarr|sonarr|lidarr|acoustid|elevenlabs|deepgram|' +
  'assemblyai|mux|bunny|paypal|rapid|weather';

/**
 * Every name that tells of a secret by itself, for keys and for texts. The rules for keys, the detectors' expressions and
 * the Collector's are made of it (secret_name_rules.ts): so what is added here counts in attributes, maps, headers,
 * arguments, variables, JSON, pairs and lists. What no word tells of stands elsewhere: names of cookies
 * (detectors/cookies.ts), `pass`, which is a word (detectors/passes.ts), parameters of URLs (detectors/signed_urls.ts).
 *
 * Other keys than these are none: an object's, a cache's, a sort's, a route's, a database's primary one.
 */
export const SECRET_NAMES: readonly SecretNames[] = [
  {
    at: 'end',
    value: 'any',
    inTexts: 'password',
    names:
      'password,passwd,passphrase,passcode,pwd,secret,private key,secret( access)? key( base)?,webhook url,magic link,' +
      '(ssh|signing|master|decryption|cipher|recovery|root|deploy|aes|hmac|drm|rsa|pgp|gpg|vault|unseal) key',
  },
  {
    at: 'end',
    value: 'any',
    inTexts: 'key',
    names:
      '(api|access|account|shared access|auth|subscription|license|encryption|crypto|hash|session|shared|pre shared|consumer|admin|service role) key,' +
      '(api|access|auth|encryption|hash|private) key id',
  },
  { at: 'end', value: 'any', inTexts: 'token', names: 'token' },
  {
    at: 'end',
    value: 'no_state',
    inTexts: 'none',
    names:
      'passwords,secrets,(api|access|auth|secret|private) keys,(api|access|auth|refresh|bearer|session) tokens',
  },
  {
    // Names of headers, and what else has a detector of its own.
    at: 'end',
    value: 'any',
    inTexts: 'none',
    names: 'authorization,cookies?2?,credentials?,signature,(stream|streaming|rtmp|ingest) key',
  },
  { at: 'end', value: 'login', inTexts: 'none', names: 'connection string' },
  {
    // Passwords, where the word means nothing else.
    at: 'end',
    value: 'any',
    inTexts: 'other_language',
    names:
      'passwort,kennwort,contrase(ñ|n|%c3%b1)a,mots? de passe,senha,has(ł|l)o,wachtwoord,(ş|s)ifre,пароль,密码,密碼,パスワード,비밀번호',
  },
  {
    at: 'step',
    value: 'no_state',
    inTexts: 'step',
    names:
      `pw,creds?,credential,psk,csrf,xsrf,code verifier,(device|user) code,auth data,stream auth hash,bearer,arl,mnemonic,(seed|recovery|secret|mnemonic) (phrase|words),(recovery|backup|scratch) codes?,` +
      `(card|credit card) (number|num),credit card,iban,ssn,app key,(${VENDORS}) key`,
  },
  { at: 'step', value: 'any', inTexts: 'step', names: '(cvv|cvc)2?' },
  {
    at: 'step',
    value: 'code',
    inTexts: 'step',
    names:
      'otp,totp,hotp,2fa,mfa,tfa,(verification|security|confirmation|auth|authorization|authentication|one time|sms|totp|otp|mfa|2fa|login|access) code',
  },
  { at: 'step', value: 'digits', inTexts: 'step', names: 'pin( code)?' },
  {
    at: 'whole',
    value: 'any',
    inTexts: 'none',
    names:
      'jwt,forwarded,po token,visitor data,visitor id,x goog visitor id,data sync id,sapisid,apisid,hsid,ssid,sid,sidcc,log info,psid,' +
      'login info,visitor info1 live,phpsessid,jsessionid,sessdata,bili jct,ct0,c user,ds user id,ms token,sp dc,auth,x auth,' +
      'stream name,aws access key id,x amz credential,hdnts,hdnea,hdntl,l?sig,pot,pallycon customdata( v2)?,(x )?dt custom data,x axdrm message,nv authorizations,x drm auth,webhook,pem key,cookie jar,netrc',
  },
];

/** Headers that carry a secret, beside those that are called as the table says; as expressions in small letters. */
export const SECRET_HEADERS: readonly string[] = [
  ...['csrf', 'xsrf', 'session-id', 'goog-authuser', 'goog-pageid', 'goog-visitor-id', 'rapidapi-key'].map(
    (name) => `x-${name}`,
  ),
  ...['private-token', 'icy-password', 'sec-websocket-protocol'],
  // Licences of films and music that are encrypted.
  ...['(?:pallycon|(?:x-)?dt)-custom-?data(?:-v2)?', 'x-axdrm-message', 'nv-authorizations'],
];
