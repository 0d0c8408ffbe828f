import { type Rule, rule } from './rule.ts';

const marked = { marked: true } as const;

/** Programs that ended badly, and told nothing better. */
export const PROGRAM_RULES: readonly Rule[] = [
  rule(
    'unsupported_url',
    /unsupported protocol|invalid[ _]ur[il]|malformed url|url malformed|no (?:plugin|extractor|provider) (?:can handle|found for|supports)|unknown url type|no host (?:supplied|specified|part)|url using bad\/illegal/,
  ),
  rule(
    'unexpected_content_type',
    /unexpected token '?<|is not valid json|jsondecodeerror|expecting value: line 1 column 1|unexpected (?:content[- ]?type|mime ?type)|invalid content[- ]type|expected .{0,30}(?:audio|video|media|json|an? image).{0,20}(?:got|but|received) .{0,30}html|content[- ]type .{0,20}text\/html/,
  ),
  rule(
    'address_in_use',
    /(?:address|port|mount ?point) (?:\S{1,20} )?(?:is )?already (?:in use|allocated|taken)|eaddrinuse|only one usage of each socket address/,
  ),
  rule(
    'bad_argument',
    /unrecognized arguments?|unknown (?:option|argument|command|flag)|you must provide|missing required|invalid (?:option|choice|argument type)|option \S{1,80} (?:is )?(?:unknown|requires)|err_invalid_arg|illegal option|^curl: option |try 'curl --help/,
  ),
  rule(
    'program_failed',
    /\b(?:yt-dlp|youtube-dl|ffmpeg|ffprobe)(?:\.exe)?(?: process)? (?:has )?(?:failed|crashed|died)\b|entered fatal state|terminated with an? error|exit status \(?[1-9]|expected\?=false|main process exited, code=(?:exited|dumped|killed), status=[1-9]|failed with result '|uncaught exception|unhandled (?:promise )?(?:rejection|error|exception)|unhandledpromiserejection|ffmpeg_exited/,
  ),
  rule(
    'program_failed',
    /spawn (?:unknown|einval|e2big)\b|segmentation fault|^illegal instruction|^bus error|failed while (?:streaming|starting|stopping)|core dumped|\babort(?:ed)? \(core|assertion .{0,200}failed|^traceback \(most recent call last\)|^panic: |unhandled exception/,
  ),
  rule('bad_argument', /exited with code \d{1,3}: .{0,300}invalid argument/),
  rule(
    'program_failed',
    /(?:^|error: )command failed|was killed with signal|(?:exited|exit|returned|failed|terminated|finished|closed|ended|stopped|died|crashed) (?:with )?(?:non-zero )?(?:exit )?(?:code|status)[: ]{0,2}-?[1-9]|non-zero (?:exit )?(?:code|status)|error ?code ?= ?[1-9]/,
  ),
  rule(
    'program_failed',
    /(?:crashed|exited|ended|terminated|died|stopped|quit) unexpectedly|unexpectedly (?:crashed|exited|ended|terminated|died|stopped|quit)|process (?:has )?(?:crashed|died)|something (?:broke|went wrong)/,
  ),
  rule(
    'program_failed',
    /(?:download|conversion|transcod\w{1,4}|encod\w{1,4}|merg\w{1,4}|extraction|job|task|process\w{0,4}|playback)\b.{0,20}(?:failed|error\b|crashed)|(?:failed|unable|error in|cannot|could not) .{0,30}(?:download|convert|transcod|encod|merge|job|task|playback|frames from ffmpeg)/,
    { loud: true },
  ),
];

/** Mistakes in a program. Looked at before the words that Python has for what an extractor did not expect. */
export const BUG_RULES: readonly Rule[] = [
  rule('program_bug', /^(?:type|reference|range|syntax|internal|assertion)error[.!]?$/),
  // What engines of JavaScript, PHP and .NET say of a mistake in a program, in words that nothing else uses.
  rule(
    'program_bug',
    /cannot read propert(?:y|ies) |cannot set propert(?:y|ies) |maximum call stack|before initialization|unexpected keyword argument|positional arguments?\b|event loop is (?:already|closed)|referenced before assignment|assignment to constant variable|call to a member function|nullreferenceexception|nullpointerexception|object reference not set|fatalthrowableerror|index out of bounds|panicked at|nil pointer dereference/,
  ),
  rule(
    'program_bug',
    /is not (?:a function|defined|iterable|a constructor|callable)\b|(?:undefined|null) is not an? |undefined (?:method|index|offset|array key)|null ?pointer/,
    { loud: true },
  ),
];

/** Classes of errors that are mistakes of programs, where the line says no more. */
export const CLASS_RULES: readonly Rule[] = [
  rule(
    'program_bug',
    /(?:type|reference|range|syntax|name|zerodivision|unboundlocal|assertion)error: (?!fetch failed|failed to fetch|terminated)|missing catch or finally/,
    { loud: true },
  ),
];

/** A class of errors that nothing else was known of. */
export const ANY_CLASS_RULES: readonly Rule[] = [
  rule('program_failed', /^(?:[a-z_]\w{0,40}\.){0,6}[a-z_]\w{0,60}(?:error|exception)(?:: |$)/, marked),
];
