// The origin by itself, to try the downloader by hand: prints a link for each behaviour, and serves until it is stopped.
//
//   node examples/origin/main.ts [--port 8090] [--cookies cookies.txt]

import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { BEHAVIOURS, isBehaviour } from './behaviours.ts';
import { startOrigin } from './origin.ts';

const { values } = parseArgs({ options: { port: { type: 'string' }, cookies: { type: 'string' } } });
const origin = await startOrigin({ port: Number(values.port ?? 0) });
if (values.cookies !== undefined) {
  await writeFile(values.cookies, origin.cookies(), { mode: 0o600 });
  console.log(`cookies that count as a login: ${values.cookies}`);
}
for (const name of Object.keys(BEHAVIOURS)) {
  if (isBehaviour(name)) console.log(`${name.padEnd(14)} ${origin.link(name)}`);
}
