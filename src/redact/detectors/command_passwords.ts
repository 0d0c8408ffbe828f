import { MASK } from '../mask.ts';
import { byFirstLetter } from '../names/alternatives.ts';
import { type Detector, QUOTE } from './detector.ts';
import { PHRASES } from './program_options.ts';
import { argumentThat, groups, KINDS_OF_QUOTES, quotedThat } from './values.ts';

/** What is left of one group and such a password. */
export const MASKED_VALUE: string = groups(1 + KINDS_OF_QUOTES) + MASK;

/** A password on a command line: neither a mask nor another option, nor a folder. Its quote, a group, stays where it is. */
export const VALUE: string = `(?:${quotedThat(
  (quote, written) => `\\*{0,3}(?:[^${quote}\\\\*,:}\\]]|${written})`,
)}|${argumentThat('\\*{0,3}(?:[^\\s"\'`*\\\\/-]|\\\\+[^\\s"\'`*\\\\nrt])')})`;

/** An answer to a program that asks for a password. What asks would be taken for its name: so this comes first. */
export const answerDetectors: readonly Detector[] = [
  {
    // `expect "password:" { send "X\r" }`
    name: 'expect_send',
    family: 'argument',
    source: '(passw(?:or)?d[^\\r\\n]{0,20}[\\s{;]send[ ](?:--[ ])?\\\\{0,3}")[^"*\\\\][^"\\\\]*',
    replacement: `$1${MASK}`,
    needs: ['send '],
  },
];

/** Passwords that commands take by their place, and keys of media. */
export const commandPasswordDetectors: readonly Detector[] = [
  {
    // By its place: `rclone obscure X`, `sqlplus user/X`.
    name: 'command_password',
    family: 'argument',
    source: `(${byFirstLetter(PHRASES.join('|'))})${VALUE}`,
    replacement: MASKED_VALUE,
    needs: [
      'configure set',
      'obscure',
      'authorize',
      'requirepass',
      'masterauth',
      'net use',
      'freerdp',
      'wpa_passphrase',
      'nmcli',
      'npm config',
      'git config',
      'sqlplus',
      'mc ',
    ],
  },
  {
    // `AUTH user X` of Redis, behind its prompt or as its monitor shows it; elsewhere the word is followed by others.
    name: 'auth_command',
    family: 'argument',
    caseMatters: true,
    source: `((?:^|[\\r\\n>"']|\\\\n)[ ]?AUTH${QUOTE}?[ ]${QUOTE}?default${QUOTE}?[ ]${QUOTE}?)[^\\s"'*\\\\][^\\s"'\\\\]*|((?:>[ ]?AUTH|"AUTH\\\\{0,3}")[ ]${QUOTE}?)(?:[A-Z]{0,20}[^\\sA-Z"'*\\\\][^\\s"'\\\\]*)|((?:^|[\\r\\n]|\\\\n)AUTH[ ]|\\bAUTH[ ]default[ ])(?:[A-Z]{0,20}[a-z][A-Za-z_.!@$#^+-]{0,40}[0-9]|[0-9]{1,12}[A-Za-z])[^\\s"'\\\\]*|(\\bAUTH[ ](?:PLAIN|LOGIN|XOAUTH2|OAUTHBEARER)[ ])[A-Za-z0-9+/]{12,}={0,2}`,
    replacement: `$1$2$3$4${MASK}`,
    needs: ['auth ', 'auth"', "auth'", 'auth\\'],
  },
  {
    // `> PASS X`, and what curl says that it sent to a server of files.
    name: 'pass_command',
    family: 'argument',
    caseMatters: true,
    source:
      '((?:>[ ]?PASS[ ]|\\bUSER[ ][^\\s]{1,60}(?:\\s|\\\\[nr]){1,4}PASS[ ])["\']?)[^\\s"\'*\\\\-][^\\s"\'\\\\]*',
    replacement: `$1${MASK}`,
    needs: ['>pass', '> pass', 'user '],
  },
  {
    // `echo user:X | chpasswd`, `chpasswd <<< user:X`
    name: 'chpasswd',
    family: 'argument',
    source:
      '([\\s"\'][a-z_][a-z0-9_.-]{0,31}:)[^\\s"\'*|\\\\]{1,100}(\\\\{0,3}["\']?[ ]{0,2}\\|[ ]{0,2}(?:sudo[ ])?(?:/usr)?(?:/sbin/)?chpasswd)|(chpasswd[^\\r\\n<:]{0,20}<<<[ ]{0,2}["\']?[a-z0-9_.-]{1,32}:)[^\\s"\'*\\\\][^\\s"\'\\\\]*',
    replacement: `$1$3${MASK}$2`,
    needs: ['chpasswd'],
  },
  {
    // Keys of media: `KID:KEY`, as those who decrypt take and print them; `key_id=KID:key=KEY`.
    name: 'content_key',
    family: 'argument',
    source: `((?:\\b|_)(?:[0-9a-f]{32}:(?:key=)?|key_id=[0-9a-f]{1,32}:key=))[0-9a-f]{32}(\\b|_)|(\\binline:)[a-z0-9+/]{30,}={0,2}|(#EXT-X-(?:SESSION-)?KEY:[^\\r\\n"']{0,200}URI=${QUOTE}data:[^\\s"',*]{0,60},)[^\\s"'*\\\\]+`,
    replacement: `$1$3$4${MASK}$2`,
    needs: [...[...'0123456789abcdef'].map((digit) => `:${digit}`), ':key=', 'inline:', '#ext-x-'],
  },
];
