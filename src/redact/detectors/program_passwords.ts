import { MASK } from '../mask.ts';
import { byFirstLetter } from '../names/alternatives.ts';
import { MASKED_VALUE, VALUE } from './command_passwords.ts';
import { type Detector, QUOTE } from './detector.ts';
import { PROGRAMS, type Program } from './program_options.ts';
import { groups, KINDS_OF_QUOTES } from './values.ts';

// To the next argument, also in a list that is written as JSON.
const APART = '(?:[ ]{1,4}|\\\\{0,3}["\'],[ ]?)';
const NEXT = '(?:[ ]|\\\\{0,3}["\'],[ ]?\\\\{0,3}["\'])';
const BETWEEN: Readonly<Record<Program['where'], string>> = {
  apart: APART,
  glued: '',
  either: `(?:${APART})?`,
};

const option = ({ options, where, lead }: Program): string =>
  `(?:${options})${BETWEEN[where]}${lead === undefined ? '' : `${QUOTE}?${lead}`}`;

// A command of its own is the next argument.
const calls = ({ names, more = '' }: Program): string[] => {
  const all = names.split(' ');
  const rest = more.replaceAll('[ ]', NEXT);
  return all.length === 1 || more === ''
    ? all.map((name) => name + rest)
    : [`(?:${byFirstLetter(all.join('|'))})${rest}`];
};

// Those with the same option together.
const byOption = new Map<string, string[]>();
for (const program of PROGRAMS) {
  const key = option(program);
  byOption.set(key, [...(byOption.get(key) ?? []), ...calls(program)]);
}

// The letters that options of the table begin with: lines of programs have many others.
const BEGINS = 'pakhnwucxsd2';

const EXE = '(?:\\.exe)?';

// Up to where the next command begins; quotes of a list in a text in JSON are escaped. Go takes as many as there are: of
// two digits, it leaves the bound out (ottl.ts).
const ARGUMENTS = '\\\\{0,3}(?:[ "\'][^ "\'\\r\\n;|&]*){0,06}?';

const READ_BY_CODE = PROGRAMS.filter(({ only }) => only !== 'collector');
const EVERY_PROGRAM = READ_BY_CODE.map((program) => `(${byFirstLetter(calls(program).join('|'))})`).join('|');
const NEXT_COMMAND = /([ ](?:&&|\|\|?|;|&)[ ]|;[ ])/;

let called: RegExp | undefined;
let optionsOf: readonly RegExp[] | undefined;

/** Masks the passwords of the programs that are called in a line. */
function withoutPasswords(line: string): string {
  return line.split(NEXT_COMMAND).map(withoutPasswordsOfCommand).join('');
}

// Each program's options once, from where it is called first: another may stand before it, as `sudo` does. The last comes
// first, so that what stands before it is where it was.
function withoutPasswordsOfCommand(command: string): string {
  called ??= new RegExp(`\\b(?:${EVERY_PROGRAM})${EXE}(?=["' ])`, 'gi');
  optionsOf ??= READ_BY_CODE.map((one) => new RegExp(`([\\s"']${option(one)})${VALUE}`, 'g'));
  const argumentsOf = new Map<RegExp | undefined, number>();
  for (const call of command.matchAll(called)) {
    const [name, ...groups] = call;
    const options = optionsOf[groups.findIndex((one) => one !== undefined)];
    if (!argumentsOf.has(options)) argumentsOf.set(options, call.index + name.length);
  }
  let result = command;
  for (const [options, at] of [...argumentsOf].toReversed()) {
    if (options === undefined) continue;
    result = result.slice(0, at) + result.slice(at).replace(options, MASKED_VALUE);
  }
  return result;
}

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
    needs: [...[...BEGINS].map((letter) => ` -${letter}`), '"-', "'-", 'htpasswd'],
  },
  {
    name: 'program_password',
    family: 'argument',
    only: 'collector',
    caseMatters: true,
    source: `(\\b(?:${[...byOption]
      .map(([its, some]) => `(?:${byFirstLetter(some.join('|'))})${EXE}${ARGUMENTS}[ "']${its}`)
      .join(
        '|',
      )}))${VALUE}|(\\b(?:yt-dlp|youtube-dl)${EXE}${ARGUMENTS}[ "']-p)[A-Za-z_.-]{0,40}[0-9@#$!][^\\s"'\\\\]*`,
    replacement: groups(2 + KINDS_OF_QUOTES) + MASK,
    needs: PROGRAMS.flatMap(({ names }) => names.split(' ')),
  },
  {
    // The name that somebody signs in by, before a password or behind it.
    name: 'program_user',
    family: 'argument',
    only: 'collector',
    caseMatters: true,
    source: `(\\b(?:yt-dlp|youtube-dl)${EXE}${ARGUMENTS}[ "']-u(?:${APART}${QUOTE}?)?)[^\\s"'\\\\*-][^\\s"'\\\\]*`,
    replacement: `$1${MASK}`,
    needs: [' -u', '"-u', "'-u"],
  },
];
