import { MASK } from '../mask.ts';
import type { Detector } from './detector.ts';
import { masked, QUOTED } from './values.ts';

// What stands behind the name of a secret without a colon is mostly the next word of a sentence. So it takes letters and
// digits, as few words have.
const MADE_UP =
  '(?:[a-z_.@$!%^+~-]{1,40}[0-9][^\\s"\'`\\])>|,;\\\\]{4,}|[0-9]{1,12}[a-z_@$!%^+~][^\\s"\'`\\])>|,;\\\\]{5,})';
const NAMES = 'passwords?|passwd|passphrase|pwd|tokens?|secret|(?:api|access|secret|license)[ _-]?key';

// Words of what is done with secrets that have digits in them.
const METHOD =
  /^(?:sha|md|base|utf|http|aes|rsa|oauth|ipv|pkcs|x5|p1|bcrypt|pbkdf|argon|scrypt|h26|mp\d|v\d|\d+[-_](?:bit|char|hour|day|min|sec))/i;

/** Secrets that a sentence tells, or a command for a database. */
export const toldSecretDetectors: readonly Detector[] = [
  {
    // `the password is x1y2z3w4`, `token 'x1y2z3w4' expired`, `| password | x1y2z3w4 |`
    name: 'told_secret',
    family: 'credential',
    source: `(\\b(?:${NAMES})(?:[ ]{1,3}(?:is|was|of)?[ ]?:?[ ]?|[ ]?\\|[ ]?|\\t{1,3})["'\`\\[(<]?)${MADE_UP}`,
    replacement: `$1${MASK}`,
    replace: (found, name = '') => (METHOD.test(found.slice(name.length)) ? found : name + MASK),
    needs: ['pass', 'pwd', 'token', 'secret', 'key'],
  },
  {
    name: 'sql_password',
    family: 'credential',
    source: `(\\b(?:identified[ ]by|password)[ ]{1,3}(?:password[ ])?)${QUOTED}`,
    replacement: masked(1),
    needs: ['identified by', 'password'],
  },
  {
    // `mysql -pX`, `sshpass -p X`, `redis-cli -a X`; what curl says that it sent to a server of files.
    name: 'program_password',
    family: 'argument',
    caseMatters: true,
    source:
      '((?:\\b(?:mysql|mariadb)[a-z-]{0,12}(?:[ ][^ \\r\\n]*){0,12}?[ ]-p|\\bsshpass[ ]+-p[ ]?|\\bredis-cli(?:[ ][^ \\r\\n]*){0,12}?[ ]-a[ ]+|\\bmosquitto_[a-z]{2,4}(?:[ ][^ \\r\\n]*){0,12}?[ ]-P[ ]+|>[ ]?PASS[ ]|\\bUSER[ ][^\\s]{1,60}(?:\\s|\\\\[nr]){1,4}PASS[ ])["\']?)[^\\s"\'*\\\\-][^\\s"\'\\\\]*',
    replacement: `$1${MASK}`,
    needs: ['mysql', 'mariadb', 'sshpass', 'redis-cli', 'mosquitto_', '>pass', '> pass', 'user '],
  },
];
