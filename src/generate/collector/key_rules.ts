import { SESSION_COOKIE_NAMES } from '../../redact/detectors/cookies.ts';
import { FOLDERS_LEFT } from '../../redact/detectors/credentials.ts';
import { OTHER_STEPS } from '../../redact/detectors/passes.ts';
import { MASK } from '../../redact/mask.ts';
import { nameOtherThan } from '../../redact/names/alternatives.ts';
import { collectorKeyPatterns } from '../../redact/names/secret_name_rules.ts';
import { ADDRESSES_WITHOUT_LOGIN, STATE } from '../../redact/names/secret_values.ts';
import { foreignAttributes } from '../../registry/foreign.ts';
import { NAMESPACE } from '../../registry/namespace.ts';
import { attributes } from '../../registry/registry.ts';
import { COMMON_KEYS, FAMILY_ATTRIBUTE } from './common_keys.ts';
import { literal } from './ottl.ts';
import { shorter } from './shorter.ts';

// A word of 24 letters, with a digit among the first. Each alternative takes four places of the digit.
const LONG_WORD = [0, 4, 8, 12, 16, 20]
  .map((letters) => `[a-zA-Z]{${letters},${letters + 3}}[0-9][a-zA-Z0-9]{${20 - letters}}`)
  .join('|');

// What only a key of its maker begins with; a dash may part what follows into words without digits.
const MADE =
  '(?:AIza|GOCSPX-|gl(?:pat|dt|rt|cbt|ptt|ft|soat)-|[0-9]{8}:AA|ya29\\.|hv[sbr]\\.|xox[a-z]-)[a-zA-Z0-9_-]{16}';

/**
 * Names that look like a text, a path, an address or a token. Two or three words without digits are a name, and so are
 * long ones with dashes or capitals between the words.
 */
export const ODD_KEY = [
  '[^a-zA-Z0-9_.:/@ -]|(?:^|[ :])/|/(?:home|Users)/|: |::|[^/]@|(?:^| )-|[A-Z0-9]{16,}|[a-z0-9]{25,}',
  `${LONG_WORD}|${MADE}|[0-9][a-zA-Z_-]+[0-9][a-zA-Z0-9_-]{22,}`,
  String.raw`[0-9]\.[0-9]|:[0-9a-f]{1,4}:|(?i:bearer|basic|digest|oauth) | .*[0-9]|[0-9].* | .* .* `,
].join('|');

// What src/redact/policy/hash.ts makes.
const HASHED = 'hmac:[0-9a-f]{8,64}';

// What stands between the ends of the expression.
const STATES = STATE.source.replace(/^\^\(\?:|\)\$$/g, '').split('|');

/**
 * What may stand under the name of a secret: what the process has masked or hashed already is not late; nor is a state of
 * a secret, which pass it is, or the folder of a shell. Every name of a span is compared with it, too (the processor does that for no use), so it
 * is told in one pass: in their order, what begins alike stands together, which Go makes one way of.
 */
export const KEPT_UNDER_SECRETS = `^(?i:${[
  ...[literal(MASK), ...STATES, ...ADDRESSES_WITHOUT_LOGIN, ...FOLDERS_LEFT].sort(),
  HASHED,
  `"${HASHED}"`,
  String.raw`\["${HASHED}"(?:,"${HASHED}")*\]`,
].join('|')})\\z`;

const known = [...attributes.values(), ...foreignAttributes];

/** The attributes whose values never leave, or leave as a hash, for which the Collector has no key. */
const withheld = known
  .filter(({ privacy }) => privacy === 'secret' || privacy === 'hash')
  .map(({ name }) => name);

/** What is left of a resource: there, a masked value would be of no use, and a label in some stores. */
export function resourceSecrets(): string {
  const names = known.filter(({ privacy }) => privacy === 'secret').map(({ name }) => literal(name));
  return `^(?:${names.sort().join('|')})\\z`;
}

/**
 * The processor that masks by name alone: what the registry withholds, what calls itself a secret, and whatever stands
 * under a name that is no name (a text with a secret in it was made a key). Names that the registry and OpenTelemetry's
 * conventions know are passed by: looking them up costs next to nothing, asking the expressions does.
 */
export function keyProcessor() {
  const passed = new Set([FAMILY_ATTRIBUTE, ...COMMON_KEYS, ...known.map(({ name }) => name)]);
  for (const name of withheld) passed.delete(name);
  return {
    allow_all_keys: true,
    redact_all_types: true,
    // Leaves redaction.masked.count behind.
    summary: 'info',
    ignored_keys: [...passed].sort(),
    allowed_values: [KEPT_UNDER_SECRETS],
    blocked_key_patterns: [
      `^(?:${withheld.map(literal).sort().join('|')})\\z`,
      ...collectorKeyPatterns(),
      `(?i)(?:^|\\.)(?:${SESSION_COOKIE_NAMES})\\z`,
      // `pass`, `DB_PASS`, `smtpPass`, as isPassName() has it.
      `(?i)(?:^|\\.)(?:(?:[^.]*[_-])?(?:${nameOtherThan(OTHER_STEPS, '-._')})[_-])?pass\\z`,
      `(?:^|[._-])(?:${nameOtherThan(OTHER_STEPS, '-A-Z._')})Pass\\z`,
      ODD_KEY,
    ],
  };
}

const PREFIX = `${NAMESPACE}.`;
const [OWN, COUNTS] = ['otel_media.', 'redaction.'];

// RE2 has no look-ahead, so "begins with none of these" is spelled out letter by letter.
function beginsOtherwise(taken: readonly string[]): string[] {
  const next = new Map<string, string>();
  for (const one of taken) {
    [...one].forEach((letter, at) => {
      const begin = one.slice(0, at);
      next.set(begin, (next.get(begin) ?? '') + letter);
    });
  }
  return [...next].map(([begin, letters]) => `${literal(begin)}(?:\\z|[^${letters}])`);
}

/**
 * Names of attributes that stay: all but those of `media.*` that the registry does not have, and those that pretend to
 * be the Collector's own counts.
 *
 * @param others begins of names that stay as well
 */
export function keptKeys(...others: readonly string[]): string {
  const ours = [...attributes.keys()]
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => literal(name.slice(PREFIX.length)))
    .sort();
  return shorter(
    `^(?:${[
      ...beginsOtherwise([PREFIX, COUNTS, OWN]),
      ...others.map(literal),
      `${literal(PREFIX)}(?:${ours.join('|')})\\z`,
    ].join('|')})`,
  );
}

/** All names but those that pretend to be the Collector's own. */
export const NOT_OWN = `^(?:${beginsOtherwise([COUNTS, OWN]).join('|')})`;
