import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SERVICE = fileURLToPath(new URL('./monitor_service.ts', import.meta.url));
const SECRET = 'a secret of the example';

/** The application under the eyes of the example: a process of its own, so that it can crash. */
export class Monitor {
  readonly #child: ChildProcess;
  readonly #url: string;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.#url = url;
  }

  /** @param state folder where it keeps what it has open */
  static async start(state: string): Promise<Monitor> {
    // Spans wait up to 5 s until they are sent. Those of a process that is killed by then are lost.
    const sooner = { OTEL_BSP_SCHEDULE_DELAY: '1000', OTEL_BLRP_SCHEDULE_DELAY: '500' };
    const env = { ...sooner, ...process.env, RADIO_STATE: state, RADIO_SECRET: SECRET, PORT: '0' };
    const child = fork(SERVICE, { env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    if (child.stdout === null) throw new Error('it has no output');
    const lines = createInterface({ input: child.stdout });
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`the monitor ended with exit code ${code}; run \`npm run build\` first`);
    });
    ended.catch(() => {});
    const [line] = await Promise.race([once(lines, 'line'), ended]);
    const url = /http:\S+/.exec(String(line))?.[0];
    if (url === undefined) throw new Error(`the monitor said: ${line}`);
    return new Monitor(child, url);
  }

  /** Posts as AzuraCast does: with basic authentication. */
  nowPlaying(payload: object): Promise<void> {
    return this.#post('/nowplaying', payload);
  }

  fault(message: string, recovered: boolean): Promise<void> {
    return this.#post('/fault', { message, recovered });
  }

  /** Ends it in good order. */
  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.send('end, please');
    await ended;
  }

  /** Ends it as a lack of memory would. */
  async crash(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }

  async #post(path: string, body: object): Promise<void> {
    const authorization = `Basic ${Buffer.from(`azuracast:${SECRET}`).toString('base64')}`;
    const response = await fetch(`${this.#url}${path}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  }
}
