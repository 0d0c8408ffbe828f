import type { Environment } from './stack/paths.ts';

/** An option of a command. */
export interface Option {
  /** `flag` takes no value. */
  readonly type: 'string' | 'flag';
  readonly short?: string;
  /** What the value is called in the help. */
  readonly value?: string;
  readonly summary: string;
  /** The environment variable that sets the same. */
  readonly variable?: string;
}

/** Where a command writes. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  once?(event: 'drain', listener: () => void): unknown;
}

/** What is piped into a command. */
export interface MessageStream extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean;
  destroy(): unknown;
}

/** What a command is given. */
export interface CommandInput {
  /** The value of an option, from the command line, else from its variable. */
  text(option: string): string | undefined;
  /** What whoever gave an option's value knows it by: `--engine`, or its variable. */
  named(option: string): string;
  flag(option: string): boolean;
  readonly positionals: readonly string[];
  readonly env: Environment;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Opened only by a command that reads it. */
  readonly stdin?: () => MessageStream;
  /** Aborted by Ctrl-C and the like. */
  readonly signal: AbortSignal;
}

/** A command of the command line: one file each, entered in the table of commands.ts. */
export interface Command {
  /** Its positional arguments for the help, e.g. `[service]`; each word is one, or with `...` behind it any number. */
  readonly usage: string;
  /** Further lines of its help. */
  readonly details?: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Does it; the result is the exit code. Errors are thrown. */
  run(input: CommandInput): Promise<number>;
}
