import { addressDetectors } from './addresses.ts';
import { apiKeyDetectors, keyBlockDetectors } from './api_keys.ts';
import { argumentDetectors, listedDetectors } from './arguments.ts';
import { blockDetectors } from './blocks.ts';
import { answerDetectors, commandPasswordDetectors } from './command_passwords.ts';
import { cookieDetectors, pairDetectors } from './cookies.ts';
import { credentialDetectors } from './credentials.ts';
import type { Detector } from './detector.ts';
import { emailDetectors } from './emails.ts';
import { languageDetectors } from './languages.ts';
import { mediaIdDetectors } from './media_ids.ts';
import { namedPairDetectors } from './named_pairs.ts';
import { passDetectors } from './passes.ts';
import { pathDetectors } from './paths.ts';
import { playerPathDetectors } from './player_paths.ts';
import { programPasswordDetectors } from './program_passwords.ts';
import { signedUrlDetectors } from './signed_urls.ts';
import { stepNameDetectors } from './step_names.ts';
import { streamKeyDetectors } from './stream_keys.ts';
import { tokenDetectors } from './tokens.ts';
import { driverDetectors, toldCodeDetectors } from './told_codes.ts';
import { toldSecretDetectors } from './told_secrets.ts';
import { writtenBytesDetectors } from './written_bytes.ts';

/** Every detector, in the order they are applied: what is sure of the most text first. */
export const DETECTORS: readonly Detector[] = [
  ...keyBlockDetectors,
  ...blockDetectors,
  ...writtenBytesDetectors,
  ...answerDetectors,
  ...pairDetectors,
  ...namedPairDetectors,
  ...listedDetectors,
  ...driverDetectors,
  ...credentialDetectors,
  ...passDetectors,
  ...stepNameDetectors,
  ...toldCodeDetectors,
  ...languageDetectors,
  ...cookieDetectors,
  ...argumentDetectors,
  ...programPasswordDetectors,
  ...commandPasswordDetectors,
  ...tokenDetectors,
  ...apiKeyDetectors,
  ...toldSecretDetectors,
  ...streamKeyDetectors,
  ...signedUrlDetectors,
  ...playerPathDetectors,
  ...emailDetectors,
  ...pathDetectors,
  ...addressDetectors,
  ...mediaIdDetectors,
];

/** Those that the process uses. */
export const processDetectors: readonly Detector[] = DETECTORS.filter(({ only }) => only !== 'collector');

/** Those that the Collector's configuration is made of. */
export const collectorDetectors: readonly Detector[] = DETECTORS.filter(({ only }) => only !== 'process');
