import type { MessageStream, Output } from '../../src/cli/command.ts';
import { runCommandLine } from '../../src/cli/run_command_line.ts';

/** What a command line printed. */
export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process; its output is piped, unless it is told what terminal there is. */
export async function otelMedia(
  args: readonly string[],
  env: Record<string, string> = {},
  stdin?: MessageStream,
  terminal: Pick<Output, 'isTTY' | 'columns'> = {},
): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const exitCode = await runCommandLine(args, {
    env: { PATH: '/nowhere', ...env },
    stdout: {
      ...terminal,
      write: (text) => {
        stdout += text;
      },
    },
    stderr: {
      ...terminal,
      write: (text) => {
        stderr += text;
      },
    },
    ...(stdin && { stdin: () => stdin }),
    signal: new AbortController().signal,
  });
  return { exitCode, stdout, stderr };
}
