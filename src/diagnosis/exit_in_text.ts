import type { ErrorType } from '../registry/error_types.ts';
import { exitCodeType, familyOf } from './exit_codes.ts';

/** `ffmpeg exited with code 234`, `yt-dlp failed with exit status 101`. */
const EXIT =
  /\b(ffmpeg|ffprobe|yt-dlp|youtube-dl)\b(?: process)? (?:exit(?:ed|s)?|fail(?:ed|s)?|end(?:ed|s)?|return(?:ed|s)?|terminated|finished) (?:with )?(?:an? )?(?:non-zero )?(?:exit )?(?:code|status)[: ]{1,2}(\d{1,3})\b/;

/** What the exit code means that is named in a prepared line; only of programs that give their codes a meaning. */
export function exitTypeInText(text: string): ErrorType | undefined {
  const [, program, code] = EXIT.exec(text) ?? [];
  return program === undefined ? undefined : exitCodeType(familyOf(program), Number(code));
}
