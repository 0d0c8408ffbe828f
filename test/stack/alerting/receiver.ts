import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One alert of a notification, as Alertmanager's webhooks have it. */
export interface ToldAlert {
  readonly status: 'firing' | 'resolved';
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Something that came from an alerting engine. */
export interface Notification {
  readonly path: string;
  readonly body: unknown;
}

/** Takes notifications of all channels at a port of its own. */
export class Receiver {
  readonly #server: Server;
  readonly notifications: Notification[] = [];

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<Receiver> {
    const server = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      request.on('end', () => {
        receiver.notifications.push({ path: request.url ?? '', body: text === '' ? null : JSON.parse(text) });
        // Slack says ok in words, Discord nothing.
        response.writeHead(request.url === '/discord' ? 204 : 200).end(request.url === '/slack' ? 'ok' : '');
      });
    });
    const receiver = new Receiver(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  /** Names of the alerts that webhooks have told to be so. */
  told(status: ToldAlert['status']): Set<string> {
    return new Set(
      this.alerts()
        .filter((alert) => alert.status === status)
        .map(({ labels }) => labels.alertname ?? ''),
    );
  }

  /** Every alert that came by webhook, oldest first. */
  alerts(): ToldAlert[] {
    return this.bodies('/webhook').flatMap((body) => (body as { alerts: ToldAlert[] }).alerts);
  }

  bodies(path: string): unknown[] {
    return this.notifications.filter((one) => one.path === path).map(({ body }) => body);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
