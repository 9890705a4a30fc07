// One person, however many accounts: carries out what a person (or a signature) has agreed to. A saga over two documents:
// the request stays `accepted` in the person's own until all is done, so that whatever breaks off is taken up again.
import { consoleSessions, signInCodes } from '../access/store.ts';
import { handOverCards, handOverDeliveries } from '../notify/hand-over.ts';
import { isInvitable } from '../parts/role.ts';
import { eraseLinks } from '../people/links.ts';
import { endMerge, mergeOf } from '../people/merge-answer.ts';
import * as steps from '../people/merge-steps.ts';
import { people } from '../people/store.ts';
import type { EngineContext } from './context.ts';

/** Carries out one accepted request; a repeat, and a request that is not accepted, change nothing. */
export async function runMerge(ctx: EngineContext, personId: string, id: string): Promise<void> {
  const merge = mergeOf(await people.on(ctx.db).findById(personId).lean(), id);
  if (merge?.state !== 'accepted') return;
  const { asker } = merge;
  if (!(await closed(ctx, id, { asker, to: personId }))) return endMerge(ctx, personId, id, 'stuck');
  await steps.takeChats(ctx, id, personId, asker);
  await handOverDeliveries(ctx, asker, personId);
  await handOverCards(ctx, asker, personId);
  await eraseLinks(ctx, asker, []);
  await consoleSessions.on(ctx.db).deleteMany({ person: asker });
  await signInCodes.on(ctx.db).deleteMany({ person: asker });
  await steps.releaseChats(ctx, id, asker);
  await endMerge(ctx, personId, id, 'merged');
}

async function closed(
  ctx: EngineContext,
  id: string,
  parties: { readonly asker: string; readonly to: string },
): Promise<boolean> {
  const isClosed = (await people.on(ctx.db).findById(parties.asker).lean())?.merged?.to === parties.to;
  if (!isClosed && (await hasRecords(ctx, parties.asker))) return false;
  // The roles of the shared rooms are all given by others.
  const taken = ctx.programmes.flatMap(({ roles = [] }) => roles.filter((each) => !isInvitable(each)));
  const isGiven: steps.IsGiven = (role) => !taken.some(({ id: own }) => own === role);
  return (await steps.closeAccount(ctx, id, { ...parties, isGiven })).ok;
}

async function hasRecords(ctx: EngineContext, personId: string): Promise<boolean> {
  const found = await Promise.all(ctx.programmes.map(({ personal }) => personal.hasRecords(ctx, personId)));
  return found.includes(true) || steps.hasWards(ctx, personId);
}

/** Carries out every accepted request of a person. */
export async function runMergesOf(ctx: EngineContext, personId: string): Promise<void> {
  const merges = (await people.on(ctx.db).findById(personId).lean())?.merges ?? [];
  for (const { id } of merges) await runMerge(ctx, personId, id);
}

/** Takes up what broke off, and ends requests that nobody answered in time. */
export async function finishMerges(ctx: EngineContext): Promise<void> {
  const pending = { $or: [{ 'merges.state': 'accepted' }, { 'merges.state': 'asked' }] };
  const now = ctx.clock.now();
  for (const { _id, merges = [] } of await people
    .on(ctx.db)
    .find(pending as never, { merges: 1 })
    .lean()) {
    for (const { id, state, expiresAt } of merges) {
      if (state === 'accepted') await runMerge(ctx, _id, id);
      if (state === 'asked' && expiresAt <= now) await endMerge(ctx, _id, id, 'expired');
    }
  }
}
