import { ACCOUNT_RULES } from './account.ts';
import { BLOCKED_RULES } from './blocked.ts';
import { DATABASE_RULES } from './database.ts';
import { FFMPEG_RULES, FFMPEG_VAGUE_RULES } from './ffmpeg.ts';
import { FFTOOLS_RULES } from './fftools.ts';
import { HARDWARE_RULES } from './hardware.ts';
import { LANGUAGE_RULES, LANGUAGE_SYSTEM_RULES } from './languages.ts';
import { NETWORK_RULES, PUSH_RULES, TIMEOUT_RULES, TRANSIENT_RULES } from './network.ts';
import { ANY_CLASS_RULES, BUG_RULES, CLASS_RULES, PROGRAM_RULES } from './program.ts';
import type { Rule } from './rule.ts';
import { SAID_RULES, SITE_REFUSED_RULES } from './said.ts';
import { CAPACITY_RULES, FILE_RULES } from './system.ts';
import { UNAVAILABLE_RULES } from './unavailable.ts';
import { COOKIE_RULES, MISSING_RULES, WORDING_RULES } from './wording.ts';
import { YTDLP_RULES, YTDLP_VAGUE_RULES } from './ytdlp.ts';

/** Causes, the surest first. */
export const CAUSES: readonly Rule[] = [
  ...CAPACITY_RULES,
  ...HARDWARE_RULES,
  ...YTDLP_RULES,
  ...BLOCKED_RULES,
  ...DATABASE_RULES,
  ...ACCOUNT_RULES,
  ...UNAVAILABLE_RULES,
  ...TIMEOUT_RULES,
  ...FFTOOLS_RULES,
  ...FFMPEG_RULES,
  ...NETWORK_RULES,
];

/** What is looked at when neither a cause nor an HTTP status was named. */
export const SYMPTOMS: readonly Rule[] = [
  ...PUSH_RULES,
  ...FILE_RULES,
  ...LANGUAGE_SYSTEM_RULES,
  ...LANGUAGE_RULES,
  ...COOKIE_RULES,
  ...BUG_RULES,
  ...YTDLP_VAGUE_RULES,
  ...TRANSIENT_RULES,
  ...PROGRAM_RULES,
  ...FFMPEG_VAGUE_RULES,
  ...CLASS_RULES,
];

/** Looked at when a line says that it failed, and nothing above knows it. */
export const LAST_RESORTS: readonly Rule[] = [
  ...MISSING_RULES,
  ...SAID_RULES,
  ...SITE_REFUSED_RULES,
  ...WORDING_RULES,
  ...ANY_CLASS_RULES,
];
