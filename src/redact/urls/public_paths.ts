import { surelyId } from '../names/looks_like_id.ts';
import { INSTALLED_FOLDERS, PERSONAL_FOLDERS, SYSTEM_FOLDERS } from './system_folders.ts';

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
export const COMMON = words(
  '.heroku api app apps archive assets audio backup backups bin build cache chunks code config content controller data dash dist ' +
    'download downloads files hls html images input inputs js lib library live local log logs media metadata mnt movies music ' +
    'opt output metrics status outputs packages playlists podcasts public python recordings run scripts segments server share shared src srv static ' +
    'storage stream streams subtitles temp thumbnails thumbs tmp transcode transcodes tv upload uploads usr var video videos vod work ' +
    'worker workers workspace www .venv venv v1 v2 v3 azuracast containerd docker ffmpeg icecast icecast2 jellyfin ' +
    'appendonlydir com.termux liquidsoap mediamtx minio mysql nginx peertube postgres postgresql redis youtube-dl yt-dlp',
);

// What stands behind these are packages.
const PACKAGES = words('node_modules site-packages dist-packages');

// Where Node's releases are built: OpenSSL names its files by it.
const NODE_BUILD = /^c:\\+ws\\+deps\\+openssl\\/i;

// Below these a package has a folder of its own, and in that what it calls its parts.
const PACKAGES_BELOW = new Map([
  ['var', words('lib log cache spool run')],
  ['run', undefined],
]);
export const PARTS_OF_PACKAGES = words(
  'apache2 apt base cni conf.d containers dbus dpkg dri global grafana journal kubelet kubernetes.io letsencrypt lock loki main modules ' +
    'mosquitto opengl-driver overlay2 pg pg_wal prometheus proxy_temp rabbitmq secrets serviceaccount sessions systemd tempo tmpfiles.d udev ' +
    'user volumes wal',
);
const NUMBER = /^(?:hls|dash)?[\d.]{1,10}$/;

// What a program makes for a while is called by a number, or by its own name and one.
const TEMPORARY = /^(?:([a-z]{2,12})[-_.]?[0-9a-f]{1,40}|[0-9a-f]{8,40})$/;
export const BRIEF = words('ch hls dash cam seg stream');

/** The player of YouTube, by its version. */
export const PLAYER = '/s/player/[0-9a-f]{8}/player[\\w-]{0,40}\\.vflset/';
const IS_PLAYER = new RegExp(`^${PLAYER}`);

// Groups of processes, and methods of gRPC.
const GROUP = /^[\w@:.-]{1,60}\.(?:slice|scope|service)$/;
const METHOD = /^\/[a-z][\w.]{0,80}\.[A-Z]\w{0,60}\/[A-Z]\w{0,60}$/;

// Programs that Windows has, and that somebody installed.
const WINDOWS_PROGRAMS = /^(?:program files(?: \(x86\))?|windows)$/;

const PHP = /\.php$/;
const PYTHON = /^python[\d.]{1,6}$/;

/**
 * Whether the folders of an absolute path are those that a system, a package or anybody has, so that they tell nothing
 * about somebody: `/usr/lib/x86_64-linux-gnu/dri/x.so`, `/downloads/cache/x.mp4`, but not `/srv/somebody/x.mp4`. What the
 * path ends with is not looked at.
 */
export function isPublicPath(path: string): boolean {
  if (path.startsWith('~')) return false;
  if (IS_PLAYER.test(path)) return true;
  const [, ...parts] = path.split('/');
  const folders = parts.slice(0, -1);
  const [root = '', , below = ''] = folders;
  if (METHOD.test(path) || folders.every((folder) => GROUP.test(folder))) return folders.length > 0;
  if (!folders.every(isPlain)) return false;
  if (isOfPackage(folders) || isTemporary(folders)) return true;
  if (beforePackages(folders, path).every((folder) => isCommon(folder) || PYTHON.test(folder))) return true;
  if (folders.some((folder) => PERSONAL.has(folder.toLowerCase()))) return false;
  return SYSTEM.has(root) || root === 'aws' || (root === 'opt' && INSTALLED.has(below));
}

// `/var/lib/postgresql/16/main`, `/run/containerd`: which package a folder is of tells nothing about anybody.
function isOfPackage([root = '', ...folders]: readonly string[]): boolean {
  if (!PACKAGES_BELOW.has(root)) return false;
  const kinds = PACKAGES_BELOW.get(root);
  const [kind = '', ...rest] = kinds === undefined ? ['', ...folders] : folders;
  if (kinds !== undefined && !kinds.has(kind)) return false;
  return rest.every((one) => isCommon(one) || PARTS_OF_PACKAGES.has(one) || NUMBER.test(one));
}

function isTemporary([root, ...folders]: readonly string[]): boolean {
  return root === 'tmp' && folders.every((one) => isCommon(one) || isCalledByNumber(one));
}

function isCalledByNumber(folder: string): boolean {
  const [found, name] = TEMPORARY.exec(folder) ?? [];
  return (
    found !== undefined && /\d/.test(folder) && (name === undefined || BRIEF.has(name) || COMMON.has(name))
  );
}

function isCommon(folder: string): boolean {
  return COMMON.has(folder.toLowerCase());
}

/** The same of Windows, which any number of backslashes may stand in. */
export function isPublicWindowsPath(path: string): boolean {
  const folders = path.toLowerCase().split(/\\+/).slice(1, -1);
  if (WINDOWS_PROGRAMS.test(folders[0] ?? '')) return !folders.some((folder) => PERSONAL.has(folder));
  return NODE_BUILD.test(path) || (folders.length > 0 && folders.every((folder) => COMMON.has(folder)));
}

function isPlain(folder: string): boolean {
  const mayBeId = folder.length === 11 || folder.length >= 20;
  return (PLAIN.test(folder) || /^%[a-z]$/.test(folder)) && folder !== '..' && !(mayBeId && surelyId(folder));
}

function beforePackages(folders: readonly string[], path: string): readonly string[] {
  const at = folders.findIndex((folder) => PACKAGES.has(folder) || (folder === 'vendor' && PHP.test(path)));
  return at < 0 ? folders : folders.slice(0, at);
}
