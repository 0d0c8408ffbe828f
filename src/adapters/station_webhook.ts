import { reportTelemetryFailure } from '../emit/guard.ts';
import type { Play } from '../media/play/options.ts';
import { StationsOnAir } from './on_air.ts';
import { type Taken, type Webhook, type WebhookOptions, webhook } from './webhook.ts';

/** A webhook that turns what it is told of stations into plays. */
export interface StationWebhook extends Webhook {
  /**
   * Takes a payload that came another way: asked for, from a websocket, a queue. Never throws.
   *
   * @returns whether it was one of those that the webhook is for
   */
  take(payload: unknown): boolean;
  /** What a station plays, as far as is known: to report errors to. */
  playing(station: string): Play | undefined;
  /** Ends all plays, on purpose. Reason `stopped`. */
  end(): void;
}

/**
 * Makes a webhook for the payloads of one program.
 *
 * @param what what is being done, for the diagnostics of one that fails
 * @param take reads a payload, and begins and ends plays by it
 * @throws {OtelMediaError} `OTEL_MEDIA_OPTION_INVALID` where an option makes no sense
 */
export function stationWebhook<K>(
  options: WebhookOptions,
  what: string,
  take: (payload: unknown, onAir: StationsOnAir<K>) => Taken,
): StationWebhook {
  const onAir = new StationsOnAir<K>();
  const taken = (payload: unknown): Taken => {
    try {
      return take(payload, onAir);
    } catch (error) {
      reportTelemetryFailure(what, error);
      return 'invalid';
    }
  };
  return {
    ...webhook(options, taken),
    take: (payload) => taken(payload) === 'taken',
    playing: (station) => onAir.of(station)?.play,
    end: () => onAir.endAll('stopped'),
  };
}
