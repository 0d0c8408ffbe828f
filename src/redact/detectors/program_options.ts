/**
 * What programs take a password by on their command line where the option alone does not tell so: `-p` is a password to
 * one, a port or a folder to another. What any program means by it (`--password`) stands in arguments.ts.
 */
export interface Program {
  /** What it is called, several with spaces between. Small letters. */
  readonly names: string;
  /** What its name goes on with, as an expression: the rest of it, or the command of it that takes a password. */
  readonly more?: string;
  /** Options before a password, each with its dash, as an expression. */
  readonly options: string;
  /** Whether the password is the next argument, or directly behind the option, or either. */
  readonly where: 'apart' | 'glued' | 'either';
  /** What stands before the password in the same argument, as an expression: the name of a user. */
  readonly lead?: string;
  /** Where the process has a detector of its own for it (arguments.ts). */
  readonly only?: 'collector';
}

// With `-b`, in any group of its options, htpasswd takes a password behind the user; with `-n` as well, no file stands before
// the user. Without `-b` it asks for one. A number behind `-C` is what it costs.
const NEXT = '(?:[ ]|\\\\{0,3}["\'],[ ]?\\\\{0,3}["\'])';
const COST = `(?:C${NEXT}[0-9]{1,2})?`;
// Of what was masked before, only folders stand before a name.
const NAME = '(?:"[^"\\r\\n*]*"|\'[^\'\\r\\n*]*\'|(?:\\*{4}/)?[^\\s"\'*-][^\\s"\'*]*)';
const WITHOUT_FILE = [
  '[ac-mo-zA-Z]*(?:b[a-mo-zA-Z]*n|n[ac-zA-Z]*b)',
  `[a-mo-zA-Z]*n[ac-zA-Z]*${COST}${NEXT}-[ac-zA-Z]*b`,
  `[ac-mo-zA-Z]*b[a-mo-zA-Z]*${COST}${NEXT}-[a-mo-zA-Z]*n`,
].join('|');
const HTPASSWD = [
  `(?:${WITHOUT_FILE})[a-zA-Z]*${COST}(?:${NEXT}-[a-zA-Z]+${COST})*`,
  `[ac-mo-zA-Z]*b[a-mo-zA-Z]*${COST}(?:${NEXT}-[a-mo-zA-Z]+${COST})*${NEXT}${NAME}`,
].join('|');

export const PROGRAMS: readonly Program[] = [
  // With a space, `-p` asks for it.
  { names: 'mysql mariadb', more: '[a-z-]{0,12}', options: '-p', where: 'glued' },
  { names: 'sshpass', options: '-p', where: 'either' },
  { names: 'redis-cli valkey-cli', options: '-a', where: 'apart' },
  { names: 'mosquitto_', more: '[a-z]{2,4}', options: '-P', where: 'apart' },
  {
    names: 'mongo',
    more: '(?:sh|dump|restore|export|import|stat|top|files)?',
    options: '-p',
    where: 'either',
  },
  {
    names: 'docker podman nerdctl buildah skopeo oras cf oc az helm',
    more: '(?:[ ](?:acr|registry))?[ ]login',
    ...{ options: '-p', where: 'either' },
  },
  { names: 'twine', more: '[ ]upload', options: '-p', where: 'apart' },
  {
    names: 'yt-dlp youtube-dl gallery-dl you-get lux librespot',
    ...{ options: '-[p2]', where: 'apart', only: 'collector' },
  },
  { names: 'curl', options: '-u', where: 'glued', lead: '[^\\s"\':=*]{1,100}:', only: 'collector' },
  { names: 'openssl', options: '-[kK]', where: 'apart' },
  { names: 'zip unzip funzip zipcloak', options: '-P', where: 'either' },
  { names: '7z p7zip', more: '[arz]?', options: '-p', where: 'glued' },
  { names: 'rar unrar', options: '-h?p', where: 'glued' },
  { names: 'ldap', more: '[a-z]{3,10}', options: '-w', where: 'apart' },
  { names: 'smbclient rpcclient smbget', options: '-U', where: 'apart', lead: '[^\\s"\'%*]{1,100}%' },
  { names: 'lftp', options: '-u', where: 'apart', lead: '[^\\s"\',*]{1,100},' },
  { names: 'ssh-keygen', options: '-[NP]', where: 'apart' },
  { names: 'keytool jarsigner', options: '-[a-z]{0,12}(?:storepass|keypass)', where: 'apart' },
  { names: 'ipmitool', options: '-P', where: 'apart' },
  { names: 'sqlcmd bcp osql tsql', options: '-P', where: 'either' },
  { names: 'cqlsh rdesktop psexec', more: '(?:64)?', options: '-p', where: 'apart' },
  { names: 'plink pscp psftp', options: '-pw', where: 'apart' },
  { names: 'snmp', more: '[a-z]{2,10}', options: '-[cAX]', where: 'apart' },
  { names: 'htpasswd', options: `-(?:${HTPASSWD})${NEXT}${NAME}`, where: 'apart' },
];

const WORD = '[^\\s"\']{1,200}';

/** What stands right before a password in a command that takes it by its place, as expressions in small letters. */
export const PHRASES: readonly string[] = [
  'aws[ ]configure[ ]set[ ][a-z0-9_.-]{0,40}(?:secret|token)[a-z0-9_.-]{0,30}[ ]',
  'rclone[ ]obscure[ ]',
  `\\bb2[ ](?:account[ ])?authorize(?:[_-]account)?[ ]${WORD}[ ]`,
  'config[ ]set[ ](?:requirepass|masterauth)[ ]',
  '(?:^|[\\r\\n])(?:requirepass|masterauth)[ ]',
  `net[ ]use[ ](?:[a-z*]:?[ ])?\\\\{2,8}[^\\s"'\\\\]{1,100}\\\\{1,4}${WORD}[ ]`,
  `net[ ]use[ ](?:[^\\s"'/]${WORD}[ ]){1,3}/user:${WORD}[ ]`,
  `freerdp(?:[ ]${WORD}){0,6}?[ ]/p:`,
  `wpa_passphrase[ ]${WORD}[ ]`,
  `nmcli(?:[ ]${WORD}){1,6}?[ ]password[ ]`,
  'npm[ ]config[ ]set[ ][^\\s"\']{0,100}_(?:authtoken|auth|password)[ =]',
  'git[ ]config[ ](?:--[a-z]{1,10}[ ])?[a-z0-9._-]{0,60}(?:password|token)[ ]',
  'sqlplus[ ](?:-[a-z][ ])?[^\\s"\'/*]{1,60}/',
  `\\bmc[ ](?:alias[ ]set|config[ ]host[ ]add)[ ]${WORD}[ ]${WORD}[ ]${WORD}[ ]`,
];
