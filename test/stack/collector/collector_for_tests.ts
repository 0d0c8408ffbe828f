import { afterAll, beforeAll } from 'vitest';
import { setRedaction } from '../../../src/redact/policy/settings.ts';
import { type CollectorAlone, startCollectorAlone } from './collector_alone.ts';

/** A Collector alone for the tests of the `describe` that this is called in: started before them, stopped after them. */
export function collectorForTests(): Omit<CollectorAlone, 'stop'> {
  let started: CollectorAlone | undefined;
  beforeAll(async () => {
    started = await startCollectorAlone();
  });
  afterAll(() => started?.stop());
  const running = (): CollectorAlone => {
    if (started === undefined) throw new Error('the Collector is there in tests and hooks only');
    return started;
  };
  return {
    get url() {
      return running().url;
    },
    redacted: (signal, request) => running().redacted(signal, request),
  };
}

/** Has this process keep content in the tests of the `describe` that this is called in: the Collector does not hash it. */
export function contentIsKept(): void {
  beforeAll(() => setRedaction({ content: 'keep' }));
  afterAll(() => setRedaction({ content: 'hash' }));
}
