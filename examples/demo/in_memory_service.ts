// Child process of the demo's first part: the downloader with an in-memory sink in place of a Collector. It is a process
// of its own so that what the demo itself does, and the origin that it serves, stay out of the trace.

import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTestSink } from 'otel-media/testing';
import { readConfig } from '../downloader/config.ts';
import { createDownloader } from '../downloader/server.ts';
import { fromReadableSpans } from './trace_span.ts';

const WAIT_MS = 3_000;

const sink = startTestSink({ serviceName: 'downloader' });
const server = createDownloader(readConfig());
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ url: `http://127.0.0.1:${port}` });
});
// Asked for its spans, it sends them once the request's own has ended, which is a moment after it was answered.
process.on('message', async () => {
  const waited = performance.now();
  let spans = fromReadableSpans(await sink.spans());
  while (!spans.some(({ kind }) => kind === 'server') && performance.now() - waited < WAIT_MS) {
    await sleep(20);
    spans = fromReadableSpans(await sink.spans());
  }
  process.send?.({ spans });
});
