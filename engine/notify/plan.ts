// Notices → deliveries. Called by the relay for each event; the same event again plans nothing new.
import { digestReaders } from '../people/notice-preferences.ts';
import type { StoreContext } from '../store/context.ts';
import { insertDeliveries, insertDelivery, type NewDelivery, type Planned } from './insert.ts';
import type { Notice, Settlement } from './notice.ts';
import { planSettlement } from './settle.ts';

/**
 * Stores what follows from an event for its recipients. Who is reached where, and in which language, is found out
 * when it is sent. @returns the deliveries that are new, and those to very many, new or not
 */
export async function planDeliveries(
  ctx: StoreContext,
  eventId: string,
  notices: readonly (Notice | Settlement)[],
): Promise<readonly Planned[]> {
  const planned: Planned[] = [];
  const toMany: { id: string; fresh: NewDelivery }[] = [];
  const told = new Map<string, number>();
  const inDigest = await digestReaders(
    ctx,
    notices.flatMap((each) => ('to' in each && each.mayWait ? [each.to] : [])),
  );
  for (const [index, notice] of notices.entries()) {
    if ('settles' in notice) {
      planned.push(...(await planSettlement(ctx, `${eventId}/${index + 1}`, notice)));
      continue;
    }
    // Numbered per person, not over all: when the recipients change between two tries, nobody is told twice.
    const n = (told.get(notice.to) ?? 0) + 1;
    told.set(notice.to, n);
    if (notice.mayWait && inDigest.has(notice.to)) continue;
    const id = `${eventId}/${notice.to}/${n}`;
    const { desk, message, to: person, card = null, chat = null } = notice;
    if (notice.toMany) {
      toMany.push({ id, fresh: { kind: 'announcement', person, desk, message } });
      planned.push({ id, kind: 'announcement', desk });
      continue;
    }
    const fresh = await insertDelivery(ctx, id, {
      ...{ kind: 'send', person, desk, message, card, chat },
      ...(notice.mayWait && { mayWait: true }),
    });
    if (fresh) planned.push({ id, kind: 'send', desk });
  }
  if (toMany.length > 0) await insertDeliveries(ctx, toMany);
  return planned;
}
