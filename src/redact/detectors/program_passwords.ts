import { MASK } from '../mask.ts';
import { byFirstLetter } from './alternatives.ts';
import { type Detector, QUOTE } from './detector.ts';
import { PHRASES, PROGRAMS, type Program } from './program_options.ts';

// Neither a mask nor another option. A quote stays where it is.
const VALUE =
  '(?:(\\\\{0,3}["\'])[^"\'*,:}\\]][^"\']*|[^\\s"\'*\\\\/-](?:[^\\s"\'\\\\]|\\\\[^\\s"\'nrt\\\\])*)';
// To the next argument, also in a list that is written as JSON.
const APART = '(?:[ ]{1,4}|\\\\{0,3}["\'],[ ]?)';
const BETWEEN: Readonly<Record<Program['where'], string>> = {
  apart: APART,
  glued: '',
  either: `(?:${APART})?`,
};

const option = ({ options, where, lead }: Program): string =>
  `(?:${options})${BETWEEN[where]}${lead === undefined ? '' : `${QUOTE}?${lead}`}`;

const calls = ({ names, more = '' }: Program): string[] => names.split(' ').map((name) => `${name}${more}`);

// Those with the same option together.
const byOption = new Map<string, string[]>();
for (const program of PROGRAMS) {
  const key = option(program);
  byOption.set(key, [...(byOption.get(key) ?? []), ...calls(program)]);
}

// The letters that options of the table begin with: lines of programs have many others.
const BEGINS = 'pakhnwucxsd2';

const EXE = '(?:\\.exe)?';

// Up to where the next command begins. Go takes as many as there are: of two digits, it leaves the bound out (ottl.ts).
const ARGUMENTS = '(?:[ "\'][^ "\'\\r\\n;|&]*){0,06}?';

const READ_BY_CODE = PROGRAMS.filter(({ only }) => only !== 'collector');
const EVERY_PROGRAM = READ_BY_CODE.map((program) => `(${byFirstLetter(calls(program).join('|'))})`).join('|');
const NEXT_COMMAND = /([ ](?:&&|\|\|?|;|&)[ ]|;[ ])/;

let called: RegExp | undefined;
let optionsOf: readonly RegExp[] | undefined;

/** Masks the passwords of the programs that are called in a line. */
function withoutPasswords(line: string): string {
  return line.split(NEXT_COMMAND).map(withoutPasswordsOfCommand).join('');
}

// Each program's options once, from where it is called first: another may stand behind it, as behind `sudo`.
function withoutPasswordsOfCommand(command: string): string {
  called ??= new RegExp(`\\b(?:${EVERY_PROGRAM})${EXE}["' ]`, 'gi');
  optionsOf ??= READ_BY_CODE.map((one) => new RegExp(`([\\s"']${option(one)})${VALUE}`, 'g'));
  const from = new Map<number, number>();
  for (const { index, 0: all, ...groups } of command.matchAll(called)) {
    const program = Object.values(groups).findIndex((one) => one !== undefined);
    if (!from.has(program)) from.set(program, index + all.length - 1);
  }
  let result = command;
  for (const [program, at] of from) {
    const expression = optionsOf[program];
    // What was masked before is no longer where it was: so the beginning is looked for from the end.
    const end = result.length - (command.length - at);
    if (expression)
      result =
        result.slice(0, Math.max(0, end)) +
        result
          .slice(Math.max(0, end))
          .replace(expression, (_all, name: string, quote = '') => `${name}${quote}${MASK}`);
  }
  return result;
}

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

/** Passwords on command lines, by what program it is. */
export const programPasswordDetectors: readonly Detector[] = [
  {
    // `mysql -pX`, `docker login -p X`: read by code, since a command may have several.
    name: 'program_option',
    family: 'argument',
    only: 'process',
    source: `\\b(?:${byFirstLetter(READ_BY_CODE.flatMap(calls).join('|'))})${EXE}["' ][^\\r\\n]*`,
    replacement: '',
    replace: withoutPasswords,
    needs: [...[...BEGINS].map((letter) => ` -${letter}`), '"-', "'-"],
  },
  {
    name: 'program_password',
    family: 'argument',
    only: 'collector',
    caseMatters: true,
    source: `(\\b(?:${[...byOption]
      .map(([its, some]) => `(?:${byFirstLetter(some.join('|'))})${EXE}${ARGUMENTS}[ "']${its}`)
      .join('|')}))${VALUE}`,
    replacement: `$1$2${MASK}`,
    needs: PROGRAMS.flatMap(({ names }) => names.split(' ')),
  },
  {
    // By its place: `rclone obscure X`, `htpasswd -b file user X`.
    name: 'command_password',
    family: 'argument',
    source: `(${byFirstLetter(PHRASES.join('|'))})${VALUE}`,
    replacement: `$1$2${MASK}`,
    needs: [
      'configure set',
      'obscure',
      'htpasswd',
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
    source: '((?:\\b|_)(?:[0-9a-f]{32}:(?:key=)?|key_id=[0-9a-f]{1,32}:key=))[0-9a-f]{32}(\\b|_)',
    replacement: `$1${MASK}$2`,
    needs: [...[...'0123456789abcdef'].map((digit) => `:${digit}`), ':key='],
  },
];
