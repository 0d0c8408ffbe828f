import type { AttributeDefinition } from '../../registry/define.ts';
import { foreignAttributes } from '../../registry/foreign.ts';
import { NAMESPACE } from '../../registry/namespace.ts';
import { attributes as ourAttributes } from '../../registry/registry.ts';
import { type Step, stepOf } from '../detectors/compiled.ts';
import { ASSIGNED, QUOTE, SPACE, WORD } from '../detectors/detector.ts';
import { masked, VALUE } from '../detectors/values.ts';
import { MASK } from '../mask.ts';
import { bareName } from '../names/secret_name_rules.ts';
import type { SecretValue } from '../names/secret_names.ts';
import { type KeyMeaning, meaningOfKey } from './foreign_keys.ts';
import { safePattern } from './safe_pattern.ts';
import {
  contentTreatment,
  type RedactionSettings,
  redactionSettings,
  settingsVersion,
  type Treatment,
} from './settings.ts';
import { USER_AGENTS } from './user_agent.ts';

/** What is known of an attribute by its name: what happens to its value, and why. */
export type KeyRule =
  | { readonly how: 'scan' | 'mask' | 'drop' | 'hash' | 'keep' }
  | { readonly how: 'truncate'; readonly definition?: AttributeDefinition }
  | { readonly how: 'secret'; readonly treatment: 'mask' | 'hash' | 'drop' }
  | { readonly how: 'address' | 'user_agent' | 'media_id' | 'cookie' }
  | { readonly how: 'pass' | 'folder'; readonly secret: KeyRule }
  | { readonly how: 'told'; readonly under: SecretValue; readonly secret: KeyRule };

/**
 * Everything that is decided of what may leave, compiled once from the classes of the registry, the detectors and the
 * settings. It is made anew when the settings change.
 */
export interface Policy {
  /** What happens to the value of an attribute, of a field in a map, or of an argument. */
  readonly ruleOf: (key: string) => KeyRule;
  /** Detectors of the user's own; they are asked about every text. */
  readonly ownSteps: readonly Step[];
  /** Texts that no detector takes out; undefined if there are none. */
  readonly allowedValues: ReadonlySet<string> | undefined;
}

const PREFIX = `${NAMESPACE}.`;

const known = new Map<string, AttributeDefinition>(ourAttributes);
for (const definition of foreignAttributes) known.set(definition.name, definition);

/** Whether the registry has an attribute of that name. */
export function isKnown(key: string): boolean {
  return known.has(key);
}

/** Whether it is of class `secret`, of which nothing is allowed to leave. */
export function isSecretClass(key: string): boolean {
  return known.get(key)?.privacy === 'secret';
}

let current: Policy | undefined;
let currentVersion = -1;

/** The policy in force. */
export function policy(): Policy {
  if (current === undefined || currentVersion !== settingsVersion()) {
    currentVersion = settingsVersion();
    current = compilePolicy(redactionSettings());
  }
  return current;
}

/** Makes a policy of settings. Patterns that are not safe are left out: whoever sets them has been told by then. */
function compilePolicy(settings: RedactionSettings): Policy {
  const secretNames = new Set(settings.secretKeys.map(bareName));
  const allowed = new Set(settings.allowedKeys);
  const secret: KeyRule = { how: 'secret', treatment: settings.classes.secret ?? 'mask' };
  const isOwnSecret = (key: string): boolean =>
    secretNames.size > 0 &&
    (secretNames.has(bareName(key)) || secretNames.has(bareName(key.slice(key.lastIndexOf('.') + 1))));
  return {
    ruleOf: (key) => {
      const definition = known.get(key);
      if (definition?.privacy === 'secret') return secret;
      if (isOwnSecret(key)) return secret;
      if (allowed.has(key)) return { how: 'keep' };
      if (definition !== undefined) return ruleOfClass(definition, settings);
      if (key.startsWith(PREFIX)) return { how: 'drop' };
      return ruleOfMeaning(meaningOfKey(key), settings, secret);
    },
    ownSteps: [...nameSteps(settings.secretKeys), ...patternSteps(settings.secretPatterns)],
    allowedValues: settings.allowedValues.length > 0 ? new Set(settings.allowedValues) : undefined,
  };
}

function ruleOfClass(definition: AttributeDefinition, settings: RedactionSettings): KeyRule {
  const { classes, userAgent } = settings;
  switch (definition.privacy) {
    case 'safe':
      return { how: 'scan' };
    case 'hash':
      return treated(classes.hash ?? 'hash', definition);
    case 'truncate':
      if (definition.truncation === 'ip_address' && classes.truncate === undefined) return { how: 'address' };
      return treated(classes.truncate ?? 'truncate', definition);
    case 'content':
      if (USER_AGENTS.has(definition.name)) return ruleOfUserAgent(userAgent, definition);
      return treated(contentTreatment(definition.contentKind), definition);
    case 'secret':
      return { how: 'mask' };
  }
}

function treated(how: Treatment, definition: AttributeDefinition): KeyRule {
  // Kept is what the detectors leave of it.
  if (how === 'keep') return { how: 'scan' };
  return how === 'truncate' ? { how, definition } : { how };
}

function ruleOfUserAgent(how: RedactionSettings['userAgent'], definition?: AttributeDefinition): KeyRule {
  if (how === 'family') return { how: 'user_agent' };
  if (how === 'truncate') return definition ? { how, definition } : { how };
  return how === 'keep' ? { how: 'scan' } : { how };
}

function ruleOfMeaning(meaning: KeyMeaning, settings: RedactionSettings, secret: KeyRule): KeyRule {
  switch (meaning) {
    case 'plain':
      return { how: 'scan' };
    case 'secret':
      return secret;
    case 'pass':
    case 'folder':
      return { how: meaning, secret };
    case 'no_state':
    case 'login':
    case 'code':
    case 'digits':
      return { how: 'told', under: meaning, secret };
    case 'address':
      return { how: 'address' };
    case 'user_agent':
      return ruleOfUserAgent(settings.userAgent);
    case 'media_id':
    case 'cookie':
      return { how: meaning };
  }
}

// `shoeSize`, `shoe-size`, `SHOE_SIZE`.
function anySpelling(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .split(/[-_\s]+/)
    .map((word) => word.replaceAll(/[^a-z0-9]/gi, '\\$&'))
    .join('[-_ ]?');
}

// A name of a secret stands in texts as well: `name=value`, `"name":"value"`, `--name value`.
function nameSteps(names: readonly string[]): Step[] {
  const sources = names.map(anySpelling).filter((source) => source !== '');
  if (sources.length === 0) return [];
  return [
    stepOf({
      name: 'secret_keys',
      family: 'credential',
      source: `(${WORD}(?:${sources.join('|')})(?:${ASSIGNED}|${QUOTE}${SPACE},${SPACE}|[ ]))${VALUE}`,
      replacement: masked(1),
      needs: [''],
    }),
  ];
}

function patternSteps(sources: readonly string[]): Step[] {
  return sources.flatMap((given, at) => {
    const safe = safePattern(given);
    return 'problem' in safe
      ? []
      : [
          stepOf({
            name: `secret_patterns_${at}`,
            family: 'credential',
            source: safe.source,
            replacement: MASK,
            needs: [''],
          }),
        ];
  });
}
