import { baseName } from '../../redact/truncate.ts';

/** A media program as it is about to be started. */
export interface KnownProgram {
  readonly name: string;
  /** How many arguments it gets; unknown of one that a shell starts. */
  readonly argumentCount: number | undefined;
  /** Whether what it writes to stdout is text, and no media. */
  readonly tellsOnStdout: boolean;
}

const DOWNLOADERS = new Set(['yt-dlp', 'youtube-dl', 'youtube-dlc', 'gallery-dl', 'streamlink']);
const OTHERS = new Set(['ffmpeg', 'ffprobe', 'liquidsoap', 'sox']);

const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'cmd', 'cmd.exe']);
const PYTHON = /^(?:python|py)[\d.]*(?:\.exe)?$/;
// What may stand before a program: variables, `exec`, `nice`. Each alternative begins with another letter or ends in a blank.
const COMMAND =
  /^\s*(?:\w+=[^\s"']*\s+)*(?:exec\s+)?(?:nice\s+(?:-n\s*-?\d+\s+)?)?(?:"([^"]+)"|([^\s"';|&<>()]+))/;

/**
 * Tells a media program by what is started: by its name, by Python's module, or as the first word of a shell command.
 *
 * @param file what is started
 * @param args its arguments, the first of which is its own name
 */
export function knownProgram(file: string, args: readonly string[]): KnownProgram | undefined {
  const name = plainName(file);
  if (SHELLS.has(name)) {
    const found = COMMAND.exec(args.at(-1)?.slice(0, 4096).replace(/^"/, '') ?? '');
    const program = plainName(found?.[1] ?? found?.[2] ?? '');
    return isKnown(program) ? { name: program, argumentCount: undefined, tellsOnStdout: false } : undefined;
  }
  if (PYTHON.test(name) && args[1] === '-m') {
    const program = args[2]?.replaceAll('_', '-') ?? '';
    return isKnown(program) ? described(program, args.slice(3)) : undefined;
  }
  return isKnown(name) ? described(name, args.slice(1)) : undefined;
}

function described(name: string, args: readonly string[]): KnownProgram {
  return {
    name,
    argumentCount: args.length,
    tellsOnStdout: DOWNLOADERS.has(name) && !args.some((argument) => argument === '-' || argument === '-o-'),
  };
}

function isKnown(name: string): boolean {
  return DOWNLOADERS.has(name) || OTHERS.has(name);
}

// `yt-dlp_linux` and `yt-dlp.exe` are yt-dlp.
function plainName(file: string): string {
  return baseName(file).replace(/(?:_(?:linux|macos|musllinux|x86|zip)\w*)?(?:\.exe)?$/i, '');
}
