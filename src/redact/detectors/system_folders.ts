/** Folders at the root of a system that hold what its packages brought: the same on every machine. Small letters. */
export const SYSTEM_FOLDERS: readonly string[] = [
  'usr',
  'bin',
  'sbin',
  'lib',
  'lib32',
  'lib64',
  'snap',
  'etc',
  'dev',
  'proc',
  'sys',
];

/** Folders that hold what is somebody's wherever they are: below them, nothing is the system's. Small letters. */
export const PERSONAL_FOLDERS: readonly string[] = [
  'home',
  'users',
  'root',
  'src',
  'cwd',
  'mnt',
  'media',
  'srv',
  'data',
  'storage',
  'live',
  'archive',
  'sites-enabled',
  'sites-available',
  'www',
  'html',
  'htdocs',
];

/** Folders of a package in `/opt/PACKAGE`. */
export const INSTALLED_FOLDERS: readonly string[] = [
  'bin',
  'sbin',
  'lib',
  'lib64',
  'libexec',
  'share',
  'temp',
  'tmp',
];

/**
 * An expression for any name that is none of these words: without look-ahead, "is not" is spelled out letter by letter.
 * What stands behind it has to begin with a letter that no name has. There is one way to match.
 *
 * @param not what a name is not made of, as the inside of a class of letters
 */
export function nameOtherThan(words: readonly string[], not: string): string {
  const from = (begin: string): string => {
    const rests = words.filter((word) => word.startsWith(begin)).map((word) => word.slice(begin.length));
    const next = [...new Set(rests.map((rest) => rest.charAt(0)))];
    const letters = next.filter((letter) => letter !== '');
    const branches = letters.map((letter) => letter + from(begin + letter));
    // What a word only begins with is none.
    const ends = begin !== '' && next.length === letters.length ? ['|'] : [];
    return `(?:${[...branches, `[^${not}${letters.join('')}][^${not}]*`].join('|')}${ends.join('')})`;
  };
  return from('');
}
