import { type ExecResult, exec } from 'otel-media';

// Any ffmpeg of the last ten years has these codecs built in. `exec` runs it as it is: what is read of its progress it
// prints by itself, on stderr, or where `-progress` says.

const QUIET = ['-hide_banner', '-nostdin', '-y'];
const VIDEO = ['-c:v', 'mpeg4', '-q:v', '5'];
const AUDIO = ['-c:a', 'aac', '-b:a', '64k'];

function ffmpeg(args: readonly string[]): Promise<ExecResult> {
  return exec('ffmpeg', [...QUIET, ...args], { timeoutSeconds: 120 });
}

/** Makes a clip of a test picture and a tone, as if recorded: at the speed it plays (`-re`), so it must keep up. */
export function makeClip(file: string, seconds: number, variant: number): Promise<ExecResult> {
  const size = variant === 0 ? '320x240' : '240x180';
  const picture = `testsrc=size=${size}:rate=25:duration=${seconds}`;
  const tone = `sine=frequency=${440 + 110 * variant}:duration=${seconds}`;
  return ffmpeg(['-re', '-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', tone, ...VIDEO, ...AUDIO, file]);
}

/** Reads a clip to its end, which tells whether it can be read. */
export function analyse(file: string): Promise<ExecResult> {
  return ffmpeg(['-progress', 'pipe:1', '-i', file, '-f', 'null', '-']);
}

/** Makes a clip like the others: size, rate, sound. */
export function prepare(file: string, to: string): Promise<ExecResult> {
  return ffmpeg(['-i', file, '-vf', 'scale=320:240', '-r', '25', '-ar', '44100', ...VIDEO, ...AUDIO, to]);
}

/** Puts clips one after another. */
export function merge(files: readonly string[], to: string): Promise<ExecResult> {
  const inputs = files.flatMap((file) => ['-i', file]);
  const pads = files.map((_, at) => `[${at}:v][${at}:a]`).join('');
  const filter = `${pads}concat=n=${files.length}:v=1:a=1[v][a]`;
  return ffmpeg([...inputs, '-filter_complex', filter, '-map', '[v]', '-map', '[a]', ...VIDEO, ...AUDIO, to]);
}

/** Makes it small. */
export function compress(file: string, to: string): Promise<ExecResult> {
  return ffmpeg(['-i', file, '-c:v', 'mpeg4', '-q:v', '20', ...AUDIO, '-movflags', '+faststart', to]);
}
