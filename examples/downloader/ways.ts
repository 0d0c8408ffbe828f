import type { Attempt } from 'otel-media';
import type { Client } from './clients.ts';

/** One try at one link. */
export interface Try {
  readonly link: URL;
  /** An empty folder to put the file in. */
  readonly folder: string;
  readonly client: Client;
  /** A Netscape `cookies.txt` to use. */
  readonly cookiesFile: string | undefined;
  readonly proxy: string | undefined;
  readonly stallSeconds: number;
  readonly attempt: Attempt;
}

/** What arrived. */
export interface MediaOnDisk {
  readonly path: string;
  readonly bytes: number;
}
