import { ERROR_TYPES_BY_CATEGORY, type ErrorCategory, type ErrorType } from '../registry/error_types.ts';
import { FIXES } from './fixes.ts';

/** Whose it is to put right. `us` is the application, its settings and its host; `tool` a program it runs. */
export type Fault = 'network' | 'site' | 'account' | 'tool' | 'us';

/** All that follows from an error's type. */
export interface TaxonomyEntry {
  readonly category: ErrorCategory;
  readonly retryable: boolean;
  readonly fault: Fault;
  readonly fix: string;
}

interface CategoryDefaults {
  readonly retryable: boolean;
  readonly fault: Fault;
}

const BY_CATEGORY: Readonly<Record<ErrorCategory, CategoryDefaults>> = {
  blocked: { retryable: false, fault: 'site' },
  auth: { retryable: false, fault: 'account' },
  unavailable: { retryable: false, fault: 'site' },
  network: { retryable: true, fault: 'network' },
  timeout: { retryable: true, fault: 'network' },
  io: { retryable: false, fault: 'us' },
  capacity: { retryable: false, fault: 'us' },
  database: { retryable: true, fault: 'us' },
  tool: { retryable: false, fault: 'tool' },
  validation: { retryable: false, fault: 'us' },
  retry: { retryable: true, fault: 'network' },
  unknown: { retryable: false, fault: 'us' },
};

const EXCEPTIONS: Readonly<Partial<Record<ErrorType, Partial<CategoryDefaults>>>> = {
  rate_limited: { retryable: true },
  live_not_started: { retryable: true },
  interrupted: { retryable: true },
  po_token: { fault: 'tool' },
  server_error: { fault: 'site' },
  // A certificate is the same the next time, and so is a statement that the database refused.
  certificate_error: { retryable: false },
  database_error: { retryable: false },
  invalid_media: { fault: 'site' },
  unexpected_content_type: { fault: 'site' },
  // Not installed is a matter of the host, not of the program.
  ffmpeg_missing: { fault: 'us' },
  program_missing: { fault: 'us' },
  module_missing: { fault: 'us' },
  program_bug: { fault: 'us' },
};

/** Every error type with its category (from the registry), whether to retry, whose fault it is and what to do. */
export const TAXONOMY: Readonly<Record<ErrorType, TaxonomyEntry>> = taxonomy();

function taxonomy(): Record<ErrorType, TaxonomyEntry> {
  const entries: Partial<Record<ErrorType, TaxonomyEntry>> = {};
  for (const category of categories()) {
    for (const type of ERROR_TYPES_BY_CATEGORY[category]) {
      entries[type] = { category, ...BY_CATEGORY[category], ...EXCEPTIONS[type], fix: FIXES[type] };
    }
  }
  // Complete because it walks the table that ErrorType is made from.
  return entries as Record<ErrorType, TaxonomyEntry>;
}

function categories(): readonly ErrorCategory[] {
  return Object.keys(ERROR_TYPES_BY_CATEGORY) as ErrorCategory[];
}
