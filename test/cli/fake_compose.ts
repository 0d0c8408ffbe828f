// Stands for the containers of a compose project: answers on the ports that docker-compose.yml would open.
import { createServer } from 'node:http';

const [mode] = process.argv.slice(2);
for (const name of ['COLLECTOR_HEALTH', 'PROMETHEUS', 'LOKI', 'TEMPO', 'GRAFANA']) {
  createServer((_, response) => {
    response.statusCode = mode === 'never-ready' && name === 'GRAFANA' ? 503 : 200;
    response.end('answer');
  }).listen(Number(process.env[`OTEL_MEDIA_${name}_PORT`]), '127.0.0.1');
}
