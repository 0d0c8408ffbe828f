import { randomBytes } from 'node:crypto';

/** What happens to values of class `content`. */
export type ContentTreatment = 'keep' | 'hash' | 'mask' | 'drop';

export interface RedactionSettings {
  content: ContentTreatment;
  /** Key of the keyed hashes. */
  hashKey: string | Buffer;
}

// Until `init()` brings a key that lasts, and under an SDK that is not ours, hashes join only within one process,
// unless the environment has a key.
const settings: RedactionSettings = {
  content: 'hash',
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
