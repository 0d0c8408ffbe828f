import { MASK } from '../mask.ts';
import { MAX_SCANNED_LENGTH, redactText } from './text.ts';

/** Of a text that was split at its spaces: what is masked in the whole is masked in the part. */
export function maskSplit(list: readonly unknown[], changed: unknown[]): void {
  const texts = list.filter((one) => typeof one === 'string');
  if (texts.length < 2) return;
  const whole = texts.join(' ').slice(0, MAX_SCANNED_LENGTH);
  const redacted = redactText(whole);
  if (redacted === whole) return;
  for (const [at, one] of changed.entries()) {
    if (typeof one === 'string' && one !== '' && !redacted.includes(one)) changed[at] = MASK;
  }
}
