import type { Order } from './queue.ts';

/** An order that the web service has taken. */
export interface Placed {
  readonly id: string;
  readonly kind: string;
  /** Id of the trace that all of it is in. */
  readonly traceId: string;
}

const LIMIT_MS = 60_000;
const POLL_MS = 200;

/** Places an order, as somebody's browser would. */
export async function place(service: string, order: Order): Promise<Placed> {
  const response = await fetch(`${service}/jobs`, { method: 'POST', body: JSON.stringify(order) });
  if (response.status !== 202) throw new Error(`the web service answered with status ${response.status}`);
  const { id, traceId } = (await response.json()) as { id: string; traceId: string };
  return { id, traceId, kind: order.kind };
}

/** Waits until an order is done, or has failed for good. */
export async function settled(service: string, { id }: Placed): Promise<string> {
  const deadline = Date.now() + LIMIT_MS;
  for (;;) {
    const response = await fetch(`${service}/jobs/${id}`);
    const { state } = (await response.json()) as { state: string };
    if (state === 'completed' || state === 'failed') return state;
    if (Date.now() > deadline) throw new Error(`job ${id} is still ${state}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
