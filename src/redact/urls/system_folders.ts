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
  'nix',
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

/** Folders at the root that anybody may have: what lies right in them is nobody's by its path. Small letters. */
export const COMMON_ROOTS: readonly string[] = 'app config data downloads files media mnt opt run tmp'.split(
  ' ',
);

/** Where packages have a folder of their own below `/var`. */
export const VARIABLE_FOLDERS: readonly string[] = ['lib', 'log', 'cache', 'spool', 'run'];

/** Packages that have one on most machines of this kind. Small letters. */
export const COMMON_PACKAGES: readonly string[] = 'docker icecast2 jellyfin nginx postgresql redis'.split(
  ' ',
);
