import { type Rule, rule } from './rule.ts';

const marked = { marked: true } as const;

/** What the machine ran out of. Looked at first: whatever else failed then, failed of this. */
export const CAPACITY_RULES: readonly Rule[] = [
  rule(
    'disk_full',
    /no space left|flood stage disk|enospc|errno 28\b|errno 122\b|disk (?:is )?full|not enough (?:\w{1,12} )?space|insufficient (?:disk )?space|disk quota exceeded|edquot|winerror 112\b|out of disk/,
  ),
  rule(
    'out_of_memory',
    /cannot allocate memory|out of memory|enomem|errno 12\b|\bmemoryerror\b|bad_alloc|outofmemory|(?<!resource )allocation failed|memory (?:exhausted|limit (?:exceeded|reached))|due to memory|heap limit|oom[- ]?kill|\boom\b|not enough memory|page allocation failure|last few gcs|malloc .{0,40}fail|alloc failure|(?:can't|cannot|could not|couldn't|failed to|unable to) allocate .{0,30}\bmemory/,
  ),
  rule('too_many_files', /too many open files|emfile|enfile|errno 24\b|winerror 10024/),
  rule(
    'killed',
    /^(?:\S{1,80}: )?(?:line \d+: +\d+ )?killed\b|\bsigkill\b|signal 9\b|signal: killed|(?:exit(?:ed)?|status|code)(?: with)?(?: code| status)?[: =]{1,2}137\b|killed process \d|code=killed, status=9|result 'oom-kill'|terminated by sigkill/,
  ),
];

/** Files, folders and programs of this machine. */
export const FILE_RULES: readonly Rule[] = [
  rule(
    'module_missing',
    /(?:^|: )no module named|(?:^|: )(?:error: )?cannot (?:find|import|load) (?:module|package|native binding)\b|cannot import name|(?:could not|cannot|unable to|failed to) find (?!dynamic)(?:\S{1,40} )?(?:library|package|module)\b|cannot find module|loading shared libraries|cannot open shared object file|module_not_found|err_dlopen_failed|dll load failed|impersonat\w{1,6} .{0,60}(?:not available|unavailable)|unsupported extensions: impersonat|missing (?:a )?(?:dependenc|librar|packag|modul)/,
  ),
  rule(
    'program_missing',
    /\b(?:yt-dlp|youtube-dl|liquidsoap|deno|phantomjs|python3?|mp4decrypt|aria2c|atomicparsley) (?:binary |executable )?(?:was |is )?not (?:found|installed)/,
  ),
  rule(
    'program_missing',
    /command not found|exec format error|^(?:\/\S{1,60}: |\S{1,20}: (?:line )?\d{1,6}: )\S{1,80}: not found|spawn \S{1,200} enoent|is not recognized as an internal|executable file not found|no such file or directory: '[^'/\\.]{1,60}'\.?$|(?:^|["'])(?:error: )?(?:\/\S{1,40}\/)?(?:-?(?:ba|z|da|a|k|fi)?sh|env|sudo|nohup|exec): (?:line \d{1,5}: |\d{1,5}: )?['"]?\S{1,120}: no such file|version `?'?g?libc\w{0,3}_[\d.]{1,9}' not found|failed to load python/,
  ),
  rule(
    'permission_denied',
    /permission denied|running as administrator|run (?:it |this )?as (?:root|administrator)|eacces\b|errno 13\b|access is denied|access denied\b(?!\))|eperm\b|permissionerror|access to .{0,300} (?:is |was )?denied|unauthorizedaccessexception|operation not permitted|read-only file system|\berofs\b|errno 30\b|winerror 5\b/,
  ),
  rule(
    'file_not_found',
    /no such file or directory|(?:resolving|resolve) (?:the )?(?:playlist|request|track)\b|request resolution failed|could(?: not|n't) resolve ur[il]:? ['"]?(?:\/|annotate:|media:)|(?:input|source|media|video|audio|cookie|config) file (?:is )?missing|invalid_uri\(["'\\]{0,3}\/|(?:file|path) .{1,200} could not be found|non-?existent (?:file|path|folder|directory)|enoent\b|errno 2\b|cannot find the (?:file|path)|winerror [23]\b|file not found|filenotfound|nosuchfile|could not find file|\b(?:path|file|folder|directory)\b.{0,80}(?:does not|doesn't) exist|does not exist: ['"/]/,
  ),
  rule(
    'read_write_error',
    /input\/output error|i\/o error|errno 5\b|\beio\b|file ?name too long|enametoolong|errno 36\b|is a directory|eisdir|failed writing received data|not a directory|enotdir|stale file handle|bad file descriptor/,
  ),
  rule(
    'read_write_error',
    /unable to (?:rename file|open for writing|write data|create (?:directory|folder|file))|device or resource busy|text file busy|\bebusy\b|used by another process|winerror 32\b|cross-device|failed to (?:open|write|create) (?:file|segment|output)|\bio(?:exception|error)\b|bad address/,
  ),
];

/** A database named, and something wrong with it. */
const DATABASE_NAMED =
  /\b(?:sqlite\w{0,3}|postgres(?:ql)?|psql|mysql|mariadb|mongo(?:db|ose)?|redis|ioredis|valkey|prisma|sequelize|typeorm|knex|sqlalchemy|psycopg\d?|dbd::|jdbc|elasticsearch|elastic_transport|opensearch|database)\b.{0,160}(?:econnrefused|econnreset|etimedout|enotfound|connect|unavailable|timed ?out|time-?out|gone away|down\b|not (?:ready|running|reachable|available))/;

/** Databases and queues, where the message names one. */
export const DATABASE_RULES: readonly Rule[] = [
  rule(
    'database_unavailable',
    /database (?:system )?(?:is )?(?:unreachable|offline|not (?:reachable|ready)|locked|busy|unavailable|starting up|shutting down|not (?:yet )?accepting|in recovery)|connection slots are reserved|too many clients|lock wait timeout|from the connection pool|redis is loading|connection terminated due|sqlstate\[hy000\] \[200\d\]|sqlstate 57p0|server has gone away|lost connection to mysql|sqlite_busy|too many connections|(?:mongo|redis|postgres|mysql|mariadb|prisma)\w{0,30}[^.]{0,60}(?:econnrefused|connection|unavailable|not connect|can't reach|timed out|selection)/,
  ),
  rule(
    'database_unavailable',
    /dbconnection\.connectionerror|all shards failed|no_shard_available|search_phase_execution|can't reach database|max ?retries ?per ?request|maxretries|pg::connectionbad|(?:obtain|acquire|get|checkout) a (?:database |db )?connection|database connection\b.{0,60}(?:fail|lost|refused|closed|time)|connectiontimeouterror|(?:could not|cannot|unable to|failed to) (?:connect to|open|reach|initiali[sz]e) (?:the )?(?:database|db|mongo|redis|postgres|mysql)|connection pool (?:timeout|exhausted)|connection to (?:the )?(?:server|database) .{0,80}failed|connection terminated unexpectedly|can't connect to (?:local )?mysql/,
  ),
  rule(
    'database_unavailable',
    /(?:operationalerror|sqlstate|psycopg|pymysql)\b.{0,120}(?:connect|refused|timed? ?out|terminated|closed|locked|unavailable|gone away)/,
  ),
  rule(
    'database_error',
    /(?:sqlite|sql|db|database)\w{0,30}(?:error|exception)\b|sqlite_(?:error|corrupt|constraint|readonly|ioerr)|sqlstate|access denied for user|duplicate key value|deadlock (?:detected|found)|database disk image is malformed|no such (?:table|column)|(?:relation|table|column) \S{1,80} (?:does not|doesn't) exist|violates \w{1,20}[- ]?\w{0,10} constraint|syntax error at or near|operationalerror|integrityerror|(?:prismaclient\w{1,30}|sql|sqlite|psql|mongo\w{0,10}|redis|reply|query)(?:error|exception)\b|pg::\w|read only replica|readonly you can't write|loading the db\b|mapper_parsing|\brdb (?:format|version|file)|\b(?:misconf|wrongtype|clusterdown|execabort|noscript) /,
  ),
  rule(
    'database_unavailable',
    DATABASE_NAMED,
    // Ordinary lines tell of connections too.
    { marked: true },
  ),
  rule(
    'database_error',
    /\b(?:sqlite\w{0,3}|postgres(?:ql)?|psql|mysql|mariadb|mongo(?:db)?|redis|dbd::\w{1,20}).{0,120}(?:\berror|execute failed|\bexception|corrupt|malformed|constraint)/,
  ),
];

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

/** Classes of errors and bugs of programs, where the line says no more. */
export const CLASS_RULES: readonly Rule[] = [
  // What engines of JavaScript, PHP and .NET say of a mistake in a program, in words that nothing else uses.
  rule(
    'program_bug',
    /cannot read propert(?:y|ies) |cannot set propert(?:y|ies) |maximum call stack|before initialization|unexpected keyword argument|positional arguments?\b|event loop is (?:already|closed)|referenced before assignment|assignment to constant variable|call to a member function|nullreferenceexception|nullpointerexception|object reference not set|fatalthrowableerror|index out of bounds|panicked at|nil pointer dereference/,
  ),
  rule(
    'program_bug',
    /is not (?:a function|defined|iterable|a constructor|callable)\b|(?:undefined|null) is not an? |undefined (?:method|variable|index|offset|array key)|null ?pointer|(?:type|reference|range|syntax|name|zerodivision|unboundlocal|assertion)error: (?!fetch failed|failed to fetch|terminated)|missing catch or finally/,
    { loud: true },
  ),
];

/** A class of errors that nothing else was known of. */
export const ANY_CLASS_RULES: readonly Rule[] = [
  rule('program_failed', /^(?:[a-z_]\w{0,40}\.){0,6}[a-z_]\w{0,60}(?:error|exception)(?:: |$)/, marked),
];
