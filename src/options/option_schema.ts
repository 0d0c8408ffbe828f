/** One part of a setting that has several. */
export interface OptionPart {
  readonly type: 'boolean' | 'number' | 'integer' | 'string';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  /** What it may be, in words, where that is not what the keywords say. */
  readonly allowed?: string;
}

/** A setting: keywords of JSON Schema, the environment variable that it has, and what is said of it to people. */
export interface OptionSchema {
  readonly type: 'string' | 'number' | 'boolean' | 'object' | 'array';
  readonly description: string;
  readonly env?: string;
  /** The variable means the opposite: `OTEL_SDK_DISABLED`. */
  readonly envInverted?: true;
  /** The variable names an exporter, `otlp` or `none`, as OpenTelemetry has it. */
  readonly envExporter?: true;
  /** What the variable's number is divided by to get the option's unit. */
  readonly envDivisor?: number;
  /** What the variable may be, in words, where that is not what the option may be. */
  readonly envAllowed?: string;
  /** The value is never shown, whatever is wrong with it. */
  readonly confidential?: true;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  /** The pattern in words. */
  readonly allowed?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly additionalProperties?: { readonly type: 'string' } | false;
  /** The parts of an object, each of which a later source may change on its own. */
  readonly properties?: Readonly<Record<string, OptionPart>>;
  /** What a list is made of. */
  readonly items?: { readonly type: 'string'; readonly pattern?: string };
  readonly maxItems?: number;
  /** The variable is one value, or several as a list in JSON; else it is a list with commas. */
  readonly envJson?: true;
}
