import { API_KEYS } from './secrets/api_keys.ts';
import { ARGUMENTS } from './secrets/arguments.ts';
import { COOKIES } from './secrets/cookies.ts';
import { CREDENTIALS } from './secrets/credentials.ts';
import type { SecretKind } from './secrets/kind.ts';
import { PEOPLE } from './secrets/people.ts';
import { QUOTED } from './secrets/quoted.ts';
import { SIGNED_URLS } from './secrets/signed_urls.ts';
import { TOLD } from './secrets/told.ts';
import { VIDEOS } from './secrets/videos.ts';

/** Every kind of secret that the policy is to keep back, as generators. Nothing in it is a real one. */
export const SECRET_KINDS: readonly SecretKind[] = [
  ...COOKIES,
  ...CREDENTIALS,
  ...API_KEYS,
  ...SIGNED_URLS,
  ...ARGUMENTS,
  ...PEOPLE,
  ...TOLD,
  ...QUOTED,
  ...VIDEOS,
];
