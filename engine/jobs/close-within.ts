// Closes a queue or worker in order, but not at any price: while Redis is away BullMQ would wait for it for ever.
import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE = 3_000;

export async function closeWithin(
  closing: { close(): Promise<unknown> },
  milliseconds = PATIENCE,
): Promise<void> {
  const enough = new AbortController();
  const closed = closing.close().catch(() => undefined);
  const patience = delay(milliseconds, undefined, { signal: enough.signal }).catch(() => undefined);
  await Promise.race([closed, patience]);
  enough.abort();
}
