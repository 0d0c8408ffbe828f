import type { Context, Span } from '@opentelemetry/api';
import { emitEvent } from '../../emit/event.ts';
import { addCount } from '../../emit/metrics.ts';
import { endSpan, startSpan } from '../../emit/span.ts';
import { cookiesChecked, cookiesCheckSpan, cookiesChecks } from '../../registry/cookies.ts';
import { shownFileName } from './jars.ts';
import type { CookiesCheck } from './verdict.ts';

/** What every signal of a check says of it. */
export interface DescribedCheck {
  readonly shownName: string;
  readonly site: string | undefined;
  readonly userId: string | undefined;
  readonly sessionId: string | undefined;
  readonly staleAfterSeconds: number;
}

/** Starts the span of a check. Until the file was found, it is missing. */
export function startCheckSpan({ shownName, sessionId }: DescribedCheck, parent: Context): Span {
  return startSpan(
    cookiesCheckSpan,
    {
      'media.cookies.file_name': shownName,
      'media.cookies.state': 'missing',
      'media.operation': 'cookies',
      'session.id': sessionId,
    },
    parent,
  );
}

/**
 * Makes the signals of the end of a check: its count, an event, the end of its span.
 *
 * @param within the context of the span
 */
export function tellChecked(
  found: CookiesCheck,
  described: DescribedCheck,
  span: Span,
  within: Context,
): void {
  const { shownName, site, userId, sessionId, staleAfterSeconds } = described;
  const attributes = {
    'media.cookies.file_name': shownName,
    'media.cookies.state': found.state,
    'media.cookies.site': site,
    'media.cookies.threshold': staleAfterSeconds,
    'media.cookies.age': found.ageSeconds,
    'media.cookies.auth_age': found.authAgeSeconds,
    'media.cookies.size': found.sizeBytes,
    'media.cookies.count': found.count,
    'media.cookies.modified': found.modified?.toISOString(),
    'media.cookies.auth_present': found.authPresent,
    'media.cookies.expiry': found.expirySeconds,
    'media.cookies.last_accepted': found.lastAccepted?.toISOString(),
    'media.cookies.last_rejected': found.lastRejected?.toISOString(),
    'user.id': userId,
    'session.id': sessionId,
  };
  addCount(cookiesChecks, 1, {
    'media.cookies.file_name': shownFileName(found.fileName, userId),
    'media.cookies.state': found.state,
    ...(site !== undefined && { 'media.cookies.site': site }),
  });
  emitEvent(
    cookiesChecked,
    found.state === 'fresh' ? 'INFO' : 'WARN',
    `cookie file is ${found.state}`,
    attributes,
    within,
  );
  endSpan(cookiesCheckSpan, span, attributes);
}
