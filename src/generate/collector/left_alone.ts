import type { Detector } from '../../redact/detectors/detector.ts';
import {
  ADDRESSES,
  ARGUMENTS,
  CODES,
  COOKIES,
  ELEMENTS,
  FRAGMENTS,
  type Harmless,
  IDS,
  KEYS,
  LOGIN_OPTIONS,
  MAILS,
  METHODS,
  NAMED,
  OAUTH_CODES,
  PAIRS,
  PARAMETERS,
  PASSES,
  PATHS,
  PLAYED,
  SIGNATURES,
  SIGNED_NAMED,
  SIGNED_PAIRS,
  SIGNED_PATHS,
  STATES,
  WINDOWS_PATHS,
  WORDS_OF_NONE,
} from './harmless.ts';

interface LeftAlone {
  readonly harmless?: Harmless;
  /** The same where routes stand. */
  readonly inRoutes?: Harmless;
  /** Whether that is all that the process leaves. */
  readonly isAll?: true;
}

const LEFT_ALONE: Readonly<Record<string, LeftAlone>> = {
  named_pair: { harmless: SIGNED_PAIRS },
  named_lines: { harmless: SIGNED_NAMED },
  named_part: { harmless: SIGNED_NAMED },
  exported_cookie: { harmless: PAIRS },
  exported_cookie_turned: { harmless: PAIRS },
  unix_path: { harmless: SIGNED_PATHS, inRoutes: PATHS },
  windows_path: { harmless: WINDOWS_PATHS },
  secret_argument: { harmless: ARGUMENTS, isAll: true },
  short_argument: { harmless: ARGUMENTS, isAll: true },
  quoted_pass: { harmless: PASSES },
  named_pass: { harmless: PASSES },
  told_pass: { harmless: PASSES },
  pass_argument: { harmless: PASSES },
  url_fragment: { harmless: FRAGMENTS },
  url_parameter: { harmless: PARAMETERS },
  // A tag of a playlist is what one stands in.
  content_key: {},
  ipv4_public: { harmless: ADDRESSES, isAll: true },
  // It only says how an address is shortened.
  ipv6: { isAll: true },
  email: { harmless: MAILS, isAll: true },
  youtube_id_in_brackets: { harmless: IDS },
  youtube_id_after_tag: { harmless: IDS },
  player_login: { harmless: PLAYED, isAll: true },
  // The process reads the URL.
  url_user: { isAll: true },
  named_key: { harmless: WORDS_OF_NONE },
  password: { harmless: WORDS_OF_NONE, isAll: true },
  // The process reads the quotes.
  printed_secret: { harmless: NAMED, isAll: true },
  listed_secret: { harmless: KEYS },
  session_cookie: { harmless: COOKIES, isAll: true },
  quoted_signature: { harmless: SIGNATURES, isAll: true },
  secret_element: { harmless: ELEMENTS, isAll: true },
  quoted_step_name: { harmless: STATES, isAll: true },
  listed_step_name: { harmless: STATES, isAll: true },
  quoted_step_name_in_capitals: { harmless: STATES, isAll: true },
  step_name: { harmless: STATES, isAll: true },
  step_name_in_capitals: { harmless: STATES, isAll: true },
  field_of_step_name: { harmless: STATES, isAll: true },
  code_argument: { harmless: CODES, isAll: true },
  named_code: { harmless: CODES, isAll: true },
  named_code_in_capitals: { harmless: CODES, isAll: true },
  code_element: { harmless: CODES, isAll: true },
  oauth_code: { harmless: OAUTH_CODES, isAll: true },
  told_secret: { harmless: METHODS, isAll: true },
  listed_assignment_of_any_quote: { harmless: WORDS_OF_NONE, isAll: true },
  listed_assignment_escaped: { harmless: WORDS_OF_NONE, isAll: true },
  letter_argument_by_value: { harmless: LOGIN_OPTIONS },
  // The process leaves those of a house, which the expression does not find.
  ipv4_public_in_host: { isAll: true },
};

/** What is taken out of a text before a detector is asked again; none where what it finds is never left. */
export function harmlessTo({ name, replacement }: Detector, routes?: true): Harmless | undefined {
  if (Object.hasOwn(LEFT_ALONE, name)) {
    const { harmless, inRoutes = harmless } = LEFT_ALONE[name] ?? {};
    return routes ? inRoutes : harmless;
  }
  return /^(?:\$\d)+\*{4}(?:\$\d)?$/.test(replacement) ? NAMED : undefined;
}

/**
 * Whether the process may leave what a detector's expression finds, for reasons that no expression can tell. Of a sender
 * with our SDK that is masked all the same; but it is no sign of anything gone wrong, and not counted.
 */
export function isRough({ name, only, replace, unless }: Detector): boolean {
  if (Object.hasOwn(LEFT_ALONE, name) && LEFT_ALONE[name]?.isAll) return false;
  return only === 'collector' || replace !== undefined || unless !== undefined;
}
