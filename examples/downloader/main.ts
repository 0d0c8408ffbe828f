// A web service that downloads media. It is started with telemetry, without a line about it here:
//
//   node --import otel-media/register examples/downloader/main.ts
//
// There is no handler for SIGTERM, on purpose. otel-media ends what is open as interrupted and sends what it has, within
// a time budget, and then the signal takes its normal course. A handler of our own would take that course over: we would
// have to call `shutdown()` and exit ourselves.

import type { AddressInfo } from 'node:net';
import { readConfig } from './config.ts';
import { createDownloader } from './server.ts';

try {
  const config = readConfig();
  const server = createDownloader(config);
  server.listen(config.port, config.host, () => {
    const { port } = server.address() as AddressInfo;
    console.log(`downloader listening on http://${config.host}:${port}, downloads with ${config.way}`);
  });
} catch (error) {
  console.error(`downloader: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}
