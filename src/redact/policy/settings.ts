import { randomBytes } from 'node:crypto';
import type { ContentKind } from '../../registry/define.ts';

/** What can happen to a value. `truncate` is by the attribute's own rule, or to the beginning of a text. */
export const TREATMENTS = ['keep', 'truncate', 'hash', 'mask', 'drop'] as const;

export type Treatment = (typeof TREATMENTS)[number];

/** What happens to values of class `content`. */
export type ContentTreatment = Treatment;

/** What can be done with a secret: anything that does not show a part of it. */
export const SECRET_TREATMENTS = ['mask', 'hash', 'drop'] as const;

/** What happens to values of the other classes; `safe` ones are looked through and kept, always. */
export interface ClassTreatments {
  readonly truncate?: Treatment;
  readonly hash?: Treatment;
  readonly secret?: (typeof SECRET_TREATMENTS)[number];
}

/** What leaves of addresses of people: the network, a hash that is another every day, or nothing. */
export type AddressTreatment = 'truncate' | 'hash' | 'drop';

/** What leaves of user agents: family and major version, or as for content. */
export type UserAgentTreatment = 'family' | ContentTreatment;

export interface RedactionSettings {
  content: ContentTreatment;
  /** Where a kind of content is treated otherwise. */
  contentOf: Readonly<Partial<Record<ContentKind, ContentTreatment | undefined>>>;
  /** Where a class is treated otherwise than by its name. */
  classes: ClassTreatments;
  address: AddressTreatment;
  userAgent: UserAgentTreatment;
  /** Key of the keyed hashes. */
  hashKey: string | Buffer;
  /** Names of attributes, fields and arguments whose values never leave, beside those that are known. */
  secretKeys: readonly string[];
  /** Sources of expressions for what never leaves, as `safePattern` takes them. */
  secretPatterns: readonly string[];
  /** Names of attributes whose values leave as they are, unless they are of class `secret`. */
  allowedKeys: readonly string[];
  /** Texts that no detector takes out. */
  allowedValues: readonly string[];
}

// Until `init()` brings a key that lasts, and under an SDK that is not ours, hashes join only within one process,
// unless the environment has a key.
const settings: RedactionSettings = {
  content: 'hash',
  contentOf: {},
  classes: {},
  address: 'truncate',
  userAgent: 'family',
  hashKey: process.env.OTEL_MEDIA_HASH_KEY || randomBytes(32),
  secretKeys: [],
  secretPatterns: [],
  allowedKeys: [],
  allowedValues: [],
};

let version = 0;

/** The settings in force. */
export function redactionSettings(): Readonly<RedactionSettings> {
  return settings;
}

/** A number that is another whenever the settings have changed. */
export function settingsVersion(): number {
  return version;
}

/** Changes the settings from here on. */
export function setRedaction(change: Partial<RedactionSettings>): void {
  Object.assign(settings, change);
  version += 1;
}

/** What happens to content of a kind. */
export function contentTreatment(kind: ContentKind | undefined): ContentTreatment {
  return (kind && settings.contentOf[kind]) ?? settings.content;
}
