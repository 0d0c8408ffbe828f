import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Origin } from '../origin/origin.ts';
import { askFor } from './load.ts';
import { serviceEnvironment } from './service_process.ts';
import type { Terminal } from './terminal.ts';
import { duration } from './text.ts';
import type { TraceSpan } from './trace_span.ts';
import { traceTree } from './trace_tree.ts';

const SERVICE = fileURLToPath(new URL('./in_memory_service.ts', import.meta.url));
const LIMIT_MS = 30_000;

/** The demo's first part: a download that fails, as a trace in the memory of the process that it failed in. */
export async function showInMemory(origin: Origin, cookiesFile: string, terminal: Terminal): Promise<void> {
  const started = performance.now();
  terminal.title('1. A failed download, in the memory of the process');
  const spans = await traceOf(origin.link('forbidden', 'holiday-film'), cookiesFile);
  terminal.show(traceTree(spans, { width: terminal.width, palette: terminal.colours }));
  terminal.show(['']);
  terminal.say(
    'A POST asked for one link. The first way was turned down, and so was the other; at the right, how long each took. ' +
      'What leaves the process is cleaned first: the id of the video is shortened, the signature in the link and the ' +
      'arguments of programs are gone.',
  );
  terminal.say(`This took ${duration(performance.now() - started)}.`);
}

async function traceOf(link: string, cookiesFile: string): Promise<TraceSpan[]> {
  const service = fork(SERVICE, {
    env: serviceEnvironment({ COOKIES_FILE: cookiesFile }),
    // Times are BigInts, which JSON has not.
    serialization: 'advanced',
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  // Its end is heard of below; what the signal has to say is not.
  service.on('error', () => {});
  const message = async (): Promise<unknown> => {
    const ended = once(service, 'exit').then(([code]) => {
      throw new Error(`the service ended with exit code ${code}`);
    });
    const [received] = await Promise.race([once(service, 'message'), ended]);
    return received;
  };
  try {
    const { url } = (await message()) as { url: string };
    await askFor(url, [link]);
    const spans = message();
    service.send('spans, please');
    return ((await spans) as { spans: TraceSpan[] }).spans;
  } finally {
    service.kill();
  }
}
