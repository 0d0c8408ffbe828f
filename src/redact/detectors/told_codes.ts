import { MASK } from '../mask.ts';
import { type Detector, QUOTE } from './detector.ts';

// Codes that are sent to somebody. Of failures, of countries and of what ends a process others are told: so it takes a
// word that says whose it is, or what for.
const CODE_OF_SOMEBODY =
  '(?:verification|security|confirmation|log-?in|sign-?in|access|activation|one[ -]time|auth(?:entication|enticator|orization)?|sms|otp|2fa|mfa|two-factor|guard|backup|recovery|your)[ ]code';
const NUMBER = '(?:[0-9]{3}[ -][0-9]{3}|[0-9]{4,10}|G-[0-9]{4,8})\\b';

// What somebody who signs in on a television is told to enter on a telephone.
const OF_DEVICE =
  '(?:[a-z0-9]{4}-[a-z0-9]{4}|[a-z0-9]{3}(?:-[a-z0-9]{3}){2}|[a-z]{1,8}[0-9][a-z0-9]{3,8}|[0-9]{1,8}[a-z][a-z0-9]{3,8})\\b';

/** Codes that sentences tell, and what a sign-in sends back. */
export const toldCodeDetectors: readonly Detector[] = [
  {
    name: 'told_code',
    family: 'credential',
    source: `(\\b(?:${CODE_OF_SOMEBODY}|(?:pin(?:[ ]code)?|otp|passcode))(?:[ ]?[:=]|[ ]is:)[ ]?["']?)${NUMBER}`,
    replacement: `$1${MASK}`,
    needs: ['code', 'pin', 'otp'],
  },
  {
    // The Collector does not look into words and a number of up to seven digits: there it finds longer ones only.
    name: 'code_in_sentence',
    family: 'credential',
    source: `(\\b(?:${CODE_OF_SOMEBODY}(?:[ ]is)?|(?:pin(?:[ ]code)?|otp|passcode)[ ]is)[ ]["']?)${NUMBER}|(\\b(?:enter[ ](?:the[ ]|this[ ])?(?:user[ ])?|user[ ])code:?[ ]${QUOTE}?)${OF_DEVICE}`,
    replacement: `$1$2${MASK}`,
    needs: ['code', 'pin', 'otp'],
  },
  {
    name: 'told_code_turned',
    family: 'credential',
    source: `\\b[0-9]{4,10}([ ]is[ ]your[ ](?:[a-z-]{1,20}[ ]){0,4}(?:code|pin|otp|password))`,
    replacement: `${MASK}$1`,
    needs: ['is your'],
  },
  {
    // Of twelve words and more, as BIP 39 has them.
    name: 'told_phrase',
    family: 'credential',
    source:
      '(\\b(?:mnemonic|(?:seed|recovery|secret)[ _-]?(?:phrase|words))(?:[ ]?[:=][ ]?["\']?|[ ]is:[ ]|[ ]["\']))[a-z]{3,8}(?:,?[ ][a-z]{3,8}){11,23}',
    replacement: `$1${MASK}`,
    needs: ['mnemonic', 'phrase', 'words'],
  },
  {
    // What is beside it tells that it is no code of a failure.
    name: 'oauth_code',
    family: 'token',
    source:
      '((?:^|[^a-z0-9_%-]|\\\\[nrt])code(?:=|\\\\{0,3}["\'][ ]?:[ ]?\\\\{0,3}["\']))[a-z_./~+%-]{0,60}[0-9][a-z0-9_./~+%-]{5,}((?:&|\\\\{0,3}["\'],\\s?\\\\{0,3}["\'])(?:state|grant_type|redirect_uri|client_id|code_verifier|session_state|scope)(?:=|\\\\{0,3}["\']))',
    replacement: `$1${MASK}$2`,
    replace: (found, name = '', beside = '') =>
      /[a-z]/.test(found.slice(name.length, found.length - beside.length)) ? name + MASK + beside : found,
    needs: ['code'],
  },
];

/** These come before names of passwords: the name of a user may end as one of them does. */
export const driverDetectors: readonly Detector[] = [
  {
    // `user:password@tcp(host)/name`, as drivers of MySQL have it, and what Oracle's have.
    name: 'driver_dsn',
    family: 'credential',
    source:
      '(^|[\\s"\'`<({&;=])[^\\s"\'`<({&;=/:@*]{1,100}:[^\\s"\'`<({&;=@*]{1,100}={0,2}(@(?:tcp|udp|unix)6?\\b)|(jdbc:oracle:[a-z]{2,6}:)[^\\s"\'/@*]{1,100}/[^\\s"\'@*]{1,100}(@)',
    replacement: `$1$3${MASK}$2$4`,
    needs: ['@tcp', '@udp', '@unix', 'oracle'],
  },
  {
    // In quotes as printers set them, which the process reads as those of programs.
    name: 'printed_secret',
    family: 'credential',
    only: 'collector',
    source: '((?:pass(?:word|phrase)|(?:pwd|secret|token)[ ]?[:=])[ ]?[:=]?[ ]?[“”„«])[^“”„»*][^“”„»\\r\\n]*',
    replacement: `$1${MASK}`,
    needs: ['“', '”', '„', '«'],
  },
];
