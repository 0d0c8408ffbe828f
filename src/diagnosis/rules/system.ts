import { type Rule, rule } from './rule.ts';

/** What the machine ran out of. Looked at first: whatever else failed then, failed of this. */
export const CAPACITY_RULES: readonly Rule[] = [
  rule(
    'disk_full',
    /no space left|flood stage disk|enospc|errno 28\b|errno 122\b|disk (?:is )?full|not enough (?:\w{1,12} )?space|insufficient (?:disk )?space|disk quota exceeded|edquot|winerror 112\b|out of disk/,
  ),
  rule(
    'out_of_memory',
    /cannot allocate memory|out of memory|enomem|errno 12\b|\bmemoryerror\b|bad_alloc|outofmemory|(?<!resource )allocation failed|memory (?:exhausted|limit (?:exceeded|reached))|due to memory|heap limit|oom[- ]?kill|\boom\b|not enough memory|page allocation failure|malloc .{0,40}fail|paging file is too small|can't start new thread|spawn eagain|(?:fork|clone|pthread_create|uv_thread_create)\b.{0,30}resource temporarily unavailable|alloc failure|(?:can't|cannot|could not|couldn't|failed to|unable to) allocate .{0,30}\bmemory/,
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
    /(?:^|: )no module named|(?:^|: )(?:error: )?cannot (?:find|import|load) (?:module|package|native binding)\b|cannot import name|(?:could not|cannot|unable to|failed to) find (?!dynamic)(?:\S{1,40} )?(?:library|package|module)\b|cannot find module|loading shared libraries|cannot open shared object file|module_not_found|err_dlopen_failed|dll load failed|impersonat\w{1,6} .{0,60}(?:not available|unavailable)|unsupported extensions: impersonat|missing (?:a )?(?:dependenc|librar|packag|modul)|compiled against a different node|node_module_version/,
  ),
  rule(
    'program_missing',
    /\b(?:yt-dlp|youtube-dl|liquidsoap|deno|phantomjs|python3?|mp4decrypt|aria2c|atomicparsley) (?:binary |executable )?(?:was |is )?not (?:found|installed)/,
  ),
  rule(
    'program_missing',
    /command not found|trying to start process '[^']{1,80}'.{0,200}no such file|exec format error|^(?:\/\S{1,60}: |\S{1,20}: (?:line )?\d{1,6}: )\S{1,80}: not found|spawn \S{1,200} enoent|is not recognized as an internal|executable file not found|no such file or directory: '[^'/\\.]{1,60}'\.?$|(?:^|["'])(?:error: )?(?:\/\S{1,40}\/)?(?:-?(?:ba|z|da|a|k|fi)?sh|env|sudo|nohup|exec): (?:line \d{1,5}: |\d{1,5}: )?['"]?\S{1,120}: no such file|version `?'?g?libc\w{0,3}_[\d.]{1,9}' not found|failed to load python/,
  ),
  rule(
    'permission_denied',
    /permission denied|running as administrator|run (?:it |this )?as (?:root|administrator)|eacces\b|errno 13\b|access is denied|access denied\b(?!\))|eperm\b|permissionerror|(?:file|folder|directory|path|volume|disk)\b.{0,60} not writable|(?:is )?not writable\b|no (?:write|read) (?:permission|access)|access to .{0,300} (?:is |was )?denied|unauthorizedaccessexception|operation not permitted|read-only file system|\berofs\b|errno 30\b|winerror 5\b/,
  ),
  rule(
    'file_not_found',
    /no such file or directory|(?:resolving|resolve) (?:the )?(?:playlist|request|track)\b|request resolution failed|could(?: not|n't) resolve ur[il]:? ['"]?(?:[/*]|annotate:|media:)|(?:input|source|media|video|audio|cookie|config) file (?:is )?missing|invalid_uri\(["'\\]{0,3}[/*]|(?:file|path)\b.{0,200} could not be found|non-?existent (?:file|path|folder|directory)|enoent\b|errno 2\b|cannot find the (?:file|path)|winerror [23]\b|file not found|filenotfound|nosuchfile|directorynotfound|could not find file|\b(?:path|file|folder|directory)\b.{0,80}(?:does not|doesn't) exist|does not exist: ['"/*]/,
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
