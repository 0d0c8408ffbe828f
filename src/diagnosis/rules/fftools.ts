import { type Rule, rule } from './rule.ts';

/** What the command line of ffmpeg itself says, before or between its components; versions 4 to 7. */
export const FFTOOLS_RULES: readonly Rule[] = [
  rule(
    'bad_argument',
    /invalid (?:input|sync) file index|mapchan: invalid|is not an? (?:en|de)coding option|port missing in uri|^at (?:\S{1,200}, )?line \d{1,6}, char [\d-]{1,15}: \S|no output defined|\(invalid argument\)|output with label|no output pad can|profile (?:doesn't|does not) support|x26[45] \[error\]|possible presets:|cannot use rename on|exactly one \w{1,5} ?(?:audio |video )?stream|only one stream supported|should be a subtype of|fixed output name but|no url specified|argument is missing|at least one (?:url|input|argument|file)\b|^error, both -y and -n|cannot edit existing files|^syntax error(?: in|,| near)|no (?:filter|codec|protocol|bitstream filter)(?: name)? specified|is disabled and cannot be mapped|value must be (?:negative|positive)|; it must be |only one (?:of -|filter device)|value smaller than -/,
  ),
  rule(
    'bad_argument',
    /cannot find a matching stream|cannot connect (?:audio|video) filter|invalid (?:canvas size|max_alloc|report file level)|no '=' character in|^parse error, at least|no input streams but output needs|^file for preset|filter not present, cannot|^sample rate \S{1,12} invalid|cannot be applied to (?:input|output) url|you are trying to apply an input option/,
  ),
  rule(
    'codec_missing',
    /is known to ffmpeg, but no |no decoder for stream #|needs to be recompiled|recompile ffmpeg|might need to be recompiled/,
  ),
  rule(
    'out_of_memory',
    /(?:could not|couldn't|failed to|unable to|cannot|error) (?:\(re\))?alloc(?:at\w{1,3})?\b(?!.{0,80}\bencod)/,
  ),
  rule(
    'program_failed',
    /error submitting (?:a |an |the )?\w{1,10} ?(?:frame|packet) to (?:the )?(?:en|de)coder:? ?$/,
  ),
];
