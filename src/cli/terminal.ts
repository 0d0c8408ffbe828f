import { constants } from 'node:os';
import { fileReason } from '../options/file_reason.ts';
import { openStdin } from './input/stdin.ts';
import { runCommandLine } from './run_command_line.ts';

// The command line in a process: its signals, its streams, its exit code.
const interrupted = new AbortController();
let exitSignal: NodeJS.Signals | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    exitSignal = signal;
    // What was begun is put in order first; the same signal once more ends this process at once.
    interrupted.abort();
  });
}
// A reader that has seen enough, such as `head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`otel-media: the output cannot be written: ${fileReason(error)}\n`);
  process.exit(1);
});
// Nobody is left to be told.
process.stderr.on('error', () => {});

const exitCode = await runCommandLine(process.argv.slice(2), {
  env: process.env,
  stdin: openStdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: interrupted.signal,
});
process.exitCode = exitSignal ? 128 + constants.signals[exitSignal] : exitCode;
