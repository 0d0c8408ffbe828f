import { createHash } from 'node:crypto';
import { SeverityNumber } from '@opentelemetry/api';
import { reportError } from '../../src/media/error/report_error.ts';
import type { Comparison } from './comparison.ts';
import { handTools } from './plain_sdk.ts';

const error = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:8000'), { code: 'ECONNREFUSED' });

/**
 * An error that is reported, beside the same counter and event made by hand by one who knows what the error means: the
 * baseline diagnoses and redacts nothing, but makes the fingerprint.
 */
export function reportErrorComparison(): Comparison {
  return {
    name: 'reportError',
    bound: 1.3,
    helper: () => reportError(error, { component: 'downloader' }),
    baseline: reportByHand(),
  };
}

function reportByHand(): () => void {
  const { logger, meter } = handTools();
  const errors = meter.createCounter('media.errors');
  const place = /\n\s+at (\S+)/;
  const digits = /[0-9a-f]{8,}|\d+/gi;

  return () => {
    const counted = {
      'media.error.component': 'downloader',
      'media.error.severity': 'error',
      'media.error.category': 'network',
      'error.type': 'connection_refused',
    };
    const same = [
      'downloader',
      'connection_refused',
      place.exec(error.stack ?? '')?.[1],
      error.message.replaceAll(digits, '#'),
    ];
    errors.add(1, counted);
    logger.emit({
      eventName: 'media.error',
      severityNumber: SeverityNumber.ERROR,
      severityText: 'ERROR',
      body: 'downloader: connection_refused',
      attributes: {
        ...counted,
        'media.error.fingerprint': createHash('sha256').update(same.join('\0')).digest('hex').slice(0, 16),
        'media.error.fix': 'Check that the server runs, and the address, port and firewall.',
        'exception.type': error.name,
        'exception.message': error.message,
        'exception.stacktrace': error.stack,
      },
    });
  };
}
