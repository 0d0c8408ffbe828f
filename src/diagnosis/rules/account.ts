import { type Rule, rule } from './rule.ts';

const marked = { marked: true } as const;

/** The account, or the want of one. */
export const ACCOUNT_RULES: readonly Rule[] = [
  rule(
    'cookies_invalid',
    /cookies? (?:are|is|were) no longer valid|cookies? .{0,40}(?:expired|invalid|rotated|revoked)/,
  ),
  rule(
    'cookies_invalid',
    /does not look like a netscape format|cookies file must be netscape|failed to load cookies/,
  ),
  rule(
    'cookies_invalid',
    /could not (?:copy|find) .{0,80}cookies? database|failed to decrypt .{0,40}(?:dpapi|cookie)|(?<!token: )(?:session|cookies?) (?:has |have )?(?:expired|been revoked)|\bloaderror\b/,
  ),
  rule(
    'private',
    /private video|(?:video|account|playlist|post|tweet|profile|user|channel|track|album) is (?:set to )?private/,
  ),
  rule(
    'private',
    /owner of this video has granted you access|set to private|protected tweet|tweets are protected|from a private account|private (?:account|playlist|profile)/,
  ),
  rule(
    'members_only',
    /members?[- ]only\b|for (?:\w{1,20} )?(?:members|subscribers|patrons) only|only for (?:\w{1,20} )?(?:members|subscribers)|available to this channel's members|join this channel|becom(?:e|ing) a (?:\w{1,20} )?(?:member|patron|subscriber|supporter)/,
  ),
  rule(
    'members_only',
    /(?:subscriber|patron|sub|vip|premium)s?[- ]only|premium (?:members?|users?|account|subscri)/,
  ),
  rule(
    'members_only',
    /requires? (?:a |an )?(?:\w{1,20} )?(?:subscription|membership|payment|purchase|rental)/,
  ),
  rule(
    'members_only',
    /(?:paid|active|valid) subscription|only available (?:to|for) (?:\w{1,20} )?(?:patrons|subscribers|members)/,
  ),
  rule(
    'age_restricted',
    /confirm your age|age[- ](?:restrict|gate|verif|limit)|inappropriate for some users|adults? only/,
  ),
  rule(
    'age_restricted',
    /nsfwviewer|nsfw tweet|(?:at least|over|under) 18\b|18 years (?:old|of age)|\b18\+ (?:content|video|only)|adult content|content warning|mature content|old enough to/,
  ),
  rule(
    'unauthorized',
    /(?:invalid|incorrect|wrong|bad|expired) (?:access |auth |bearer |refresh )?token\b|token (?:has |is )?(?:expired|invalid|revoked)|no (?:access |auth |valid )?token (?:was )?(?:provided|given|found|set)|discordapierror\[(?:50001|401)\]|login denied|invalid[_ ](?:client|grant|token|scope)\b|(?:invalid|incorrect|wrong|bad) (?:username|user name|login|password|credentials?|api key)/,
  ),
  rule(
    'unauthorized',
    /login failed|log-?in (?:was )?unsuccessful|unable to log ?in(?!: http error (?!40[13]))|(?:authentication|authorization) (?:fail(?:ed|ure)|error|denied)|auth(?:entication)? ?(?:failed|required \(http)|(?:login|log in) (?:was )?(?:rejected|denied|blocked)|(?:could not|couldn't|cannot) log (?:you )?in\b|(?:authentication|unauthorized|invalidcredentials)(?:error|exception)/,
  ),
  rule(
    'unauthorized',
    /protected by a pass(?:word|phrase)|--video-password|(?<!\b4(?:0[02-9]|\d[1-9])\W{1,3})\bunauthorized\b|wrong mount or password|wrong user(?:name)?(?:\/| or | and )pass|invalid or missing password/,
  ),
  rule(
    'login_required',
    /asked .{0,40}to (?:log|sign) in|redirect\w{0,3} to (?:the )?(?:log-?in|sign-?in)|(?:authorization|loginrequired|notloggedin)(?:error|exception)|(?<!proxy )authentication (?:is )?required|log ?in (?:is )?required|empty media response|login or|registered users|requir(?:es?|ing) (?:a )?(?:log ?in|authentication|an account)/,
  ),
  rule(
    'login_required',
    /(?:need|have|required|must|please) (?:to )?(?:be )?(?:log(?:ged)?|sign(?:ed)?)[- ]?in/,
  ),
  rule(
    'login_required',
    /sign in to (?:confirm|view|watch|continue|access)|only (?:works|available) when logged[- ]in/,
  ),
  rule(
    'login_required',
    /--cookies-from-browser|account credentials|login details are needed|not logged in|locked behind the login/,
    marked,
  ),
];
