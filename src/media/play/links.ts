import type { Link } from '@opentelemetry/api';
import { spanContextFrom } from '../../emit/trace_context.ts';
import type { PlayOptions, PlayOrigin } from './options.ts';

/** What a play is linked to: what told of it, and what made the file that is played. */
export function linksOf({ madeBy }: PlayOptions, origin: PlayOrigin | undefined): Link[] {
  const maker =
    typeof madeBy === 'string' && madeBy.startsWith('00-')
      ? spanContextFrom({ traceparent: madeBy })
      : undefined;
  return [origin?.link, maker].filter((one) => one !== undefined).map((context) => ({ context }));
}
