import { randomBytes } from 'node:crypto';
import type { ContentKind } from '../registry/define.ts';

/** What happens to values of class `content`. */
export type ContentTreatment = 'keep' | 'hash' | 'mask' | 'drop';

/** What leaves of addresses of people: the network, a hash that is another every day, or nothing. */
export type AddressTreatment = 'truncate' | 'hash' | 'drop';

/** What leaves of user agents: family and major version, or as for content. */
export type UserAgentTreatment = 'family' | ContentTreatment;

export interface RedactionSettings {
  content: ContentTreatment;
  /** Where a kind of content is treated otherwise. */
  contentOf: Readonly<Partial<Record<ContentKind, ContentTreatment | undefined>>>;
  address: AddressTreatment;
  userAgent: UserAgentTreatment;
  /** Key of the keyed hashes. */
  hashKey: string | Buffer;
}

// Until `init()` brings a key that lasts, and under an SDK that is not ours, hashes join only within one process,
// unless the environment has a key.
const settings: RedactionSettings = {
  content: 'hash',
  contentOf: {},
  address: 'truncate',
  userAgent: 'family',
  hashKey: process.env.OTEL_MEDIA_HASH_KEY || randomBytes(32),
};

/** The settings in force. */
export function redactionSettings(): Readonly<RedactionSettings> {
  return settings;
}

/** Changes the settings from here on. */
export function setRedaction(change: Partial<RedactionSettings>): void {
  Object.assign(settings, change);
}

/** What happens to content of a kind. */
export function contentTreatment(kind: ContentKind | undefined): ContentTreatment {
  return (kind && settings.contentOf[kind]) ?? settings.content;
}
