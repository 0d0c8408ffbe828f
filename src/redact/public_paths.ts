import { INSTALLED_FOLDERS, PERSONAL_FOLDERS, SYSTEM_FOLDERS } from './detectors/system_folders.ts';
import { surelyId } from './url.ts';

// Words, versions and dates; a longer one may be a key.
const PLAIN = /^[\w.+-]{1,32}$/;

const words = (list: string) => new Set(list.split(' '));
const SYSTEM = new Set(SYSTEM_FOLDERS);
const PERSONAL = new Set(PERSONAL_FOLDERS);
const INSTALLED = new Set(INSTALLED_FOLDERS);

/**
 * Words that folders are called everywhere, and names of programs. A path of these alone tells where, and nothing of
 * whom or what. Not among them are those that are named after somebody by what stands behind: home, root, users.
 */
export const COMMON: ReadonlySet<string> = words(
  '.heroku app apps audio backup backups build cache code config content controller data dist download downloads files html ' +
    'images input inputs js lib library live local log logs media mnt movies music output outputs playlists public ' +
    'python run scripts server share shared src srv static storage stream streams temp tmp transcode transcodes tv upload uploads usr var video ' +
    'videos work worker workspace www .venv venv azuracast ffmpeg icecast icecast2 jellyfin liquidsoap nginx ' +
    'peertube youtube-dl yt-dlp',
);

// What stands behind these are packages.
const PACKAGES = words('node_modules site-packages dist-packages');

// Where Node's releases are built: OpenSSL names its files by it.
const NODE_BUILD = /^c:\\+ws\\+deps\\+openssl\\/i;

const PHP = /\.php$/;
const PYTHON = /^python[\d.]{1,6}$/;

/**
 * Whether the folders of an absolute path are those that a system, a package or anybody has, so that they tell nothing
 * about somebody: `/usr/lib/x86_64-linux-gnu/dri/x.so`, `/downloads/cache/x.mp4`, but not `/srv/somebody/x.mp4`. What the
 * path ends with is not looked at.
 */
export function isPublicPath(path: string): boolean {
  if (path.startsWith('~')) return false;
  const [, ...parts] = path.split('/');
  const folders = parts.slice(0, -1);
  const [root = '', , below = ''] = folders;
  if (!folders.every(isPlain)) return false;
  if (
    beforePackages(folders, path).every((folder) => COMMON.has(folder.toLowerCase()) || PYTHON.test(folder))
  )
    return true;
  if (folders.some((folder) => PERSONAL.has(folder.toLowerCase()))) return false;
  return SYSTEM.has(root) || (root === 'opt' && INSTALLED.has(below));
}

/** The same of Windows, which any number of backslashes may stand in. */
export function isPublicWindowsPath(path: string): boolean {
  const folders = path.toLowerCase().split(/\\+/).slice(1, -1);
  return NODE_BUILD.test(path) || (folders.length > 0 && folders.every((folder) => COMMON.has(folder)));
}

function isPlain(folder: string): boolean {
  const mayBeId = folder.length === 11 || folder.length >= 20;
  return PLAIN.test(folder) && folder !== '..' && !(mayBeId && surelyId(folder));
}

function beforePackages(folders: readonly string[], path: string): readonly string[] {
  const at = folders.findIndex((folder) => PACKAGES.has(folder) || (folder === 'vendor' && PHP.test(path)));
  return at < 0 ? folders : folders.slice(0, at);
}
