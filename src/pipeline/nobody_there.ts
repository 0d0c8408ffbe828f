import { connect } from 'node:net';

const PATIENCE_MS = 500;

/**
 * Whether a connection to a place is refused, which is how a machine says that nothing listens there. Never rejects;
 * an answer that does not come is none.
 *
 * @param url of http or https
 */
export function nobodyThere(url: string): Promise<boolean> {
  const parsed = URL.parse(url);
  if (parsed === null) return Promise.resolve(false);
  const port = Number(parsed.port || (parsed.protocol === 'https:' ? 443 : 80));
  return new Promise((resolve) => {
    const socket = connect({ host: parsed.hostname.replace(/^\[|\]$/g, ''), port, timeout: PATIENCE_MS });
    const answer = (refused: boolean): void => {
      socket.destroy();
      resolve(refused);
    };
    socket.once('connect', () => answer(false));
    socket.once('timeout', () => answer(false));
    socket.once('error', (error: NodeJS.ErrnoException) => answer(error.code === 'ECONNREFUSED'));
  });
}
