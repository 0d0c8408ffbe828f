import type { Option } from './command.ts';

/** Options of all commands that speak of a stack. */
export const STACK_OPTIONS: Readonly<Record<string, Option>> = {
  state: {
    type: 'string',
    value: 'DIR',
    summary: 'default: ~/.local/state/otel-media',
    variable: 'OTEL_MEDIA_STATE',
  },
};

/** `--json`. */
export const JSON_OPTION: Readonly<Record<string, Option>> = {
  json: { type: 'flag', summary: 'print JSON for programs' },
};
