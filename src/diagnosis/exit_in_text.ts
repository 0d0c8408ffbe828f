import type { ErrorType } from '../registry/error_types.ts';
import { exitCodeType, familyOf, signalOfExitCode, signalType } from './exit_codes.ts';

/** `ffmpeg exited with code 234`, `yt-dlp failed with exit status 101`. */
const EXIT =
  /\b(ffmpeg|ffprobe|yt-dlp|youtube-dl)\b(?: process)? (?:exit(?:ed|s)?|fail(?:ed|s)?|end(?:ed|s)?|return(?:ed|s)?|terminated|finished) (?:with )?(?:an? )?(?:non-zero )?(?:exit )?(?:code|status)[: ]{1,2}(\d{1,3})\b/;

/** Of any program: `Exited with code 143`, a signal as shells report it. */
const EXIT_BY_SIGNAL = /\bexit(?:ed|s)?(?: with)?(?: exit)? (?:code|status)[: ]{1,2}(1[2-5]\d)\b/;

/** What the exit code means that is named in a prepared line; of programs that give their codes a meaning, and of signals. */
export function exitTypeInText(text: string): ErrorType | undefined {
  const [, program, code] = EXIT.exec(text) ?? [];
  const known = program === undefined ? undefined : exitCodeType(familyOf(program), Number(code));
  if (known !== undefined) return known;
  const signal = signalOfExitCode(Number(EXIT_BY_SIGNAL.exec(text)?.[1] ?? 0));
  return signal === undefined ? undefined : signalType(signal);
}
