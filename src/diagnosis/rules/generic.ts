import { type Rule, rule } from './rule.ts';

/**
 * What a program could not do, in the words that any program would choose, and nothing about why: the verb, and what
 * it is about, tell the area. Looked at last of all, and only where a statement begins: in the middle of a line a
 * title may say the same.
 */
export const GENERIC_RULES: readonly Rule[] = [
  rule(
    'cancelled',
    /\b(?:request|operation|download|upload|context|task|job) (?:was |has been )?(?:aborted|cancell?ed)\b|cancell?ed by (?:the )?user/,
  ),
  rule(
    'invalid_media',
    /(?:^|[\]:>-] )(?:error: )?(?:failed to|unable to|could not|couldn't|cannot|can't|error while|error) (?:decod|demux|prob|identify|seek)/,
  ),
  rule(
    'read_write_error',
    /(?:^|[\]:>-] )(?:error: )?(?:failed to|unable to|could not|couldn't|cannot|can't|error while|error) (?:open|read|writ|sav|creat|delet|remov|mov|copy|stat|renam|access|load)\w{0,4} .{0,40}\b(?:file|folder|directory|dir|path|playlist|config\w{0,7}|log|disk|output|input|lock)/,
  ),
  rule(
    'extractor_error',
    /(?:^|[\]:>-] )(?:error: )?(?:failed to|unable to|could not|couldn't|cannot|can't|error while|error) (?:extract|decipher|scrap|pars\w{0,3} .{0,40}\b(?:json|page|html|player|response|url|info\w{0,7}|metadata|token|api|xml|manifest|youtube|channel|playlist|feed|site|data|decipher|function)\b)/,
  ),
  rule(
    'bad_argument',
    /(?:^|[\]:>-] )(?:error: )?(?:failed to|unable to|could not|couldn't|cannot|can't|error while|error) pars/,
  ),
  rule(
    'program_failed',
    /(?:^|[\]:>-] )(?:error: )?(?:failed to|unable to|could not|couldn't|cannot|can't|error while|error) (?:start|spawn|execut|run|launch|initiali[sz]|init\b|process|convert|transcod|encod|mux|merg|generat)/,
  ),
  rule(
    'transient',
    /(?:^|[\]:>-] )(?:error: )?(?:failed to|unable to|could not|couldn't|cannot|can't|error while|error) (?:download(?! the whole)|fetch|retriev|request|refresh|quer|reach|contact|send|receiv|upload|(?:updat|get|load|obtain)\w{0,4} .{0,40}\b(?:feed|channel|list|info\w{0,7}|metadata|page|url|playlist|manifest|m3u8|segment|fragment|stream|data|response|webpage|thumbnail|subtitles?|videos?|track|song|api|token|session)s?\b)/,
  ),
  rule('transient', /(?:^|[\]:>-] )(?:download|request|fetch|upload)(?: of .{1,100})? failed\b/),
];
