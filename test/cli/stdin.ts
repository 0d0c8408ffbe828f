import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';

/** Stdin that gives these pieces, one by one. */
export function piped(...chunks: string[]): Readable {
  return Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
}

/** What a process that was fed came to. */
export interface Streamed {
  readonly exitCode: number;
  /** Lines that it printed. */
  readonly lines: number;
  /** The most memory that it ever held. */
  readonly kilobytes: number;
}

/**
 * Runs a command line as a process of its own, and feeds it the same text again and again.
 *
 * @param times how often the text is given
 */
export async function streamed(
  args: readonly string[],
  text: string,
  times: number,
  env: Record<string, string> = {},
): Promise<Streamed> {
  const script = `
    process.argv.splice(1, process.argv.length, 'otel-media', ...${JSON.stringify(args)});
    process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)));
    await import('./src/cli/main.ts');`;
  // With the little room for young objects, what is held tells from what waits for the collector of garbage.
  const flags = ['--max-semi-space-size=1', '--input-type=module', '-e', script];
  const child = spawn(process.execPath, flags, { env: { ...process.env, ...env } });
  let lines = 0;
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    lines += chunk.toString('latin1').split('\n').length - 1;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const closed = new Promise<number>((resolve) => {
    child.once('close', (code) => resolve(code ?? -1));
  });
  Readable.from(Array.from({ length: times }, () => text)).pipe(child.stdin);
  return { exitCode: await closed, lines, kilobytes: Number(stderr) };
}
