/**
 * Where a statement begins: at the start of a line, or behind the name of what speaks. In the middle of a line a title
 * may say the same.
 */
const CLAIM =
  /(?:^|[\]:>)\u2192] {1,3}|, )["']?(?:an? |the |fatal |internal |unexpected |unhandled ){0,2}(?:err(?:or)?(?:\(s\))?(?: (?:while|when|in|during|on|at|with|from|code|number|initiali[sz]ing|opening|setting|creating|loading|reading|writing|parsing|closing|splitting|sending|connecting|allocating|encoding|submitting|retrieving|getting|processing|marking|applying|configuring|muxing|decoding|occurred)\b|:)|exception\b|fail(?:ed|ure|s)?\b|unable to\b|impossible to\b|unhandled \w|can ?not\b|can't\b|could ?n(?:ot|'t)\b|couldn't\b|unrecogni[sz]ed\b|malformed\b|unsupported\b|aborted\b|unexpected\b|corrupt\w{0,3}\b|illegal\b|(?:invalid|unknown|missing|no such|undefined) (?!cover type|entry|mime))/;
/** Behind what it is about: `playlist reload failed`, `work failed.`, `x264: encoding failed (-22)`. */
const FAILED_AT_END =
  /[a-z)"'\]] (?:has |have |was |were |is )?(?:failed|failure|crashed|aborted|rejected|terminated unexpectedly|not expected|not supported|not allowed|not responding)(?: (?:with|to|because|due|for|while|after|by|in|on|at)\b.{0,120})?[.!)]*$|[a-z)"'] (?:failed|crashed|aborted|errored|died)[:!;,(. -]{1,2}(?!0\b)|[a-z] error (?:encountered|occurred)\b|^-?(?:ba|z|da|k)?sh: \S|(?:no such file or directory|permission denied|connection refused)["')]{0,2}[.!]?$|encountered an? (?:\w{1,20} )?error|an error (?:has )?occurred|parsingerror\]?: type mismatch|^(?:curl|wget|tail|cat|mv|cp|mkdir|chmod|chown|rm|ls|tar|unzip|sox|touch|ln|find|grep|sed|python3?|node|env|sudo): (?!\(0\))\S|^no \w{1,20} (?:\w{1,20} )?(?:defined|specified|given|provided|configured)\b|^at (?:\S{1,200}, )?line \d{1,6}, char [\d-]{1,15}: \S|\berror\.api\.|can ?not (?:overtake|handle)|does not indicate success|\berror="?(?:\w{1,20}: ){0,3}exit status [1-9]|gst-\w{1,20}-error-quark|\bpanicked at\b|(?<!\b(?:log|level|no|without|on|if|an|any|:|=)) errors?[.!]?$/;
/**
 * A component of ffmpeg that names itself and its address tells of little but trouble; these words say that it is. What
 * stands in a title it does not print.
 */
const COMPONENT_CLAIM =
  /^\[(?:[^\]]{1,80} @ (?:0x)?[0-9a-f]{6,16}|[\w,]{2,12} {2,12})\] (?!.{0,120}\bno error)(?!.{0,160}\b0 (?:\w{1,20} )?errors).{0,160}\b(?:errors?|invalid|not (?:supported|found|available|valid|allowed|implemented|enough|within|compatible)|unsupported|missing|corrupt\w{0,3}|exceeds?|bad|wrong|illegal|mismatch\w{0,2}|overflow|underflow|overread|too (?:small|large|big|short|long|many|few|old|high|low)|cannot|can't|could ?n(?:ot|'t)|unable|unreachable|fail(?:ed|ure|s)?|impossible|refused|denied|timed out|aborted|lost|broken|damaged|out of range|required but|(?:does|do)(?:n't| not) (?:support|exist|match|contain|have|allow)|not an? |no (?:output|input|decoder|encoder|support|such|device|valid|suitable|more free)|greater than max\w{0,4}|exactly one|only one|unset|must (?:be|use|have)|(?:is|are) required)\b/;
/** It goes on without what it could not have. */
const HARMLESS =
  /need more data|could not update timestamps|read propert|this can happen|can be ignored|no more tracks|preferred|disabl|skipping|fall(?:ing|s)? ?back|fallback|ignor|retry|re-?try|trying|instead|optional|dynamic module|continu|not fatal|harmless|using (?:the )?default|assum|deprecat|success|0 fail|failed: 0|failed=0|no errors?\b|without (?:any )?errors?|\b(?:was|is|been|and) (?:renewed|reconnected|restored|recovered|refreshed)|using (?:the )?network|if (?:it|this|you|the|a)\b|when (?:it|you)\b|could not find tag|failed to update header|not enough frames|guess|option(?:al)?s?:|--\w+ |non.?monoton|monotonically|timestamps? (?:are|is)|timescale|accelerated|estimat|warning|option was set but|clamp|^(?:clean|check|mark|remov|reset|handl|requeu|purg|delet|clear)\w{0,4}(?:ing|ed)\b|searching for timestamp|this is deprecated|unknown dref|consider|conceal(?!ing \d)|auto-?chang|inaccurate|expect wrong|will be (?:wrong|incorrect|silent)|clipping|round|resum|buggy/;

/** `Playing track: Can't Stop`: a title follows. */
const TITLED =
  /^[^a-z0-9["'(]{0,6}(?:\[[\w.-]{1,30}\] )?(?:now |track |song |video )?(?:play|add|queu|search|download|load|start|process|convert|encod|extract|import|scan|watch|stream|resolv|upload|title|found|sav)\w{0,4}(?: \w{1,12}){0,3}: /;

/** `yt-dlp: error: …`: the names of options may stand in it. */
const REFUSED_ARGUMENTS = /^[\w./\\-]{1,80}(?<!error|warning|stderr): error: \S/;

/** What could not be or was not to be had, wherever in a sentence it is said. */
const SENTENCE =
  /^(?!\[|[<>"]?(?:get|post|head|put) ).{0,300}\b(?:can't|can ?not|couldn't|could not|unable to|failed(?! 0\b)|not (?:found|supported|available|allowed|valid|initiali[sz]ed|running|responding|installed|permitted|accessible|reachable|ready|exist|authorized|enough)|denied|refused|rejected|crashed|unavailable|(?:does|did|is|was|has)n't|(?:does|did) not|no longer|restricted|blocked|expired|unsupported|invalid|exceeded|timed out|unreachable|lost|older than|not \w{2,12}able|too small|out of \w{3,10}|(?:is|was|were|been|got|be|empty or) (?:blocking|closed|killed|removed|deleted|banned|private|missing|locked|corrupt\w{0,3}|damaged|broken|terminated|cancell?ed|offline|outdated)|exceeded|(?:is|are) (?:required|missing|needed)|no (?:such|valid|suitable|\w{1,20} permissions?|live \w{3,12}|(?:\w{1,12} ){0,3}(?:formats?|streams?|devices?|credentials) (?:\w{1,12} )?(?:found|available)))\b|^please (?:provide|enter|specify|log|sign|use) /;
/** A title ends with none of these and begins with none of those. */
const SENTENCE_END = /[.!]["')`\]]{0,2}$/;
const SENTENCE_START =
  /^["'`(]?(?:sorry|oops|the|this|that|your|our|its?|there|no|all|any|one of|i|we|you|lost|please|host|connection|path|voice|yt-dlp|youtube|ffmpeg|playlist|job)\b(?!.{0,200}\.(?:mp[34]|m4a|webm|mkv|flac|wav|ogg))/;
/** Told in the course of things, of something else, or denied. */
const TOLD =
  /\b(?:adding|creating|fetching|downloading it|playing the next|taking it|starting over|rebuilding|skip\w{0,4}|gracefully|is back|passed|nothing|not (?:outdated|required|needed|missing|locked|deleted|blocked|banned|lost|an error)|no \w{1,20} (?:was|were) \w{4,10}|when(?:ever)?|if|(?:from|in) (?:the )?(?:chat|queue|cache|voice|guild))\b/;
const ARTIST = /^.{2,60} [-–] .{2,80}$/;

/**
 * Whether a prepared line has the form of a sentence that tells what was not to be had. Common enough in titles and in
 * plain telling that it counts only together with a cause that is known.
 */
export function soundsLikeFailure(text: string): boolean {
  return (
    (SENTENCE_END.test(text) || SENTENCE_START.test(text)) &&
    SENTENCE.test(text) &&
    !HARMLESS.test(text) &&
    !TITLED.test(text) &&
    !TOLD.test(text) &&
    !ARTIST.test(text)
  );
}

/** Whether a prepared line that does not call itself an error nevertheless states that something failed. */
export function claimsFailure(text: string): boolean {
  if (REFUSED_ARGUMENTS.test(text)) return true;
  return (
    (CLAIM.test(text) || FAILED_AT_END.test(text) || COMPONENT_CLAIM.test(text)) &&
    !HARMLESS.test(text) &&
    !TITLED.test(text)
  );
}
