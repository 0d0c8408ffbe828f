// Stands for one of the programs of the stack: started as `fake_service.ts <name> <mode file> <arguments>`.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [name = '', modeFile = '', ...args] = process.argv.slice(2);
const mode = readFileSync(modeFile, 'utf8').trim();
const port = Number(portOf(name));

if (mode === 'ends') {
  console.error(`level=error msg="bad settings" pid=${process.pid}`);
  process.exit(7);
}
if (mode === 'stubborn') process.on('SIGTERM', () => console.error('not now'));
else process.on('SIGTERM', () => process.exit(0));

// As Prometheus reads its settings again, and tells of it.
let reloaded = 1;
process.on('SIGHUP', () => {
  reloaded += 1;
});

createServer((request, response) => {
  if (request.url === '/metrics') {
    response.end(
      `prometheus_config_last_reload_successful ${mode === 'picky' && reloaded > 1 ? 0 : 1}\nprometheus_config_last_reload_success_timestamp_seconds ${reloaded}\n`,
    );
    return;
  }
  response.statusCode = mode === 'never ready' ? 503 : 200;
  response.end('answer');
}).listen(port, '127.0.0.1', () =>
  console.error(`${name} pid=${process.pid} secret=${process.env.SECRET_OF_THE_USER ?? 'none'}`),
);

function portOf(program: string): string | undefined {
  const last = (text: string | undefined) => text?.split(':').at(-1);
  if (program === 'collector') return last(process.env.OTEL_MEDIA_COLLECTOR_HEALTH);
  if (program === 'loki') return process.env.OTEL_MEDIA_LOKI_PORT;
  if (program === 'tempo') return process.env.OTEL_MEDIA_TEMPO_PORT;
  return last(args.find((arg) => arg.startsWith('--web.listen-address=')));
}
