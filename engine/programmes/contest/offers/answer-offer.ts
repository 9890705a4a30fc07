// A student answers the offer of their college: agrees, gives the consent in their own account, and is nominated; or declines.
// Until then nothing of them goes any further.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { handOverFiles } from '../../../media/owned-files.ts';
import type { Follow } from '../../../parts/part.ts';
import { nameOf } from '../../../people/reach.ts';
import { change } from '../../../store/command.ts';
import type { EventOf } from '../../../store/event.ts';
import type { EngineContext } from '../../context.ts';
import { refuseAfter } from '../editions/deadlines.ts';
import { editionOf } from '../editions/edition.ts';
import { findNomination, nominationOf } from '../nominations/nomination.ts';
import { proposeNomination } from '../nominations/propose.ts';
import { isSameName } from '../votes/likeness.ts';
import { offerAccepted, offerDeclined, offerTaken } from './events.ts';
import { offerFor, offerOf } from './find.ts';
import { refusedOffer } from './reason.ts';
import { offers } from './store.ts';

/** The student agrees: from now on the offer is theirs alone. @returns the offer's id */
export async function takeOffer(ctx: EngineContext, command: Command, id: string): Promise<Result<string>> {
  const { actor } = command;
  const { by, edition } = await offerOf(ctx, id);
  if (actor.kind !== 'person' || actor.id === by) return refused('common.not-allowed');
  const late = refuseAfter(await editionOf(ctx, edition), 'internalEnds', ctx.clock.now());
  if (late) return late;
  return change(ctx, offers, id, command, ({ state, person }) => {
    const isFree = state === 'open' || (state === 'taken' && person === actor.id);
    if (!isFree) return refused('common.link-used');
    return ok({
      action: 'offer taken',
      set: { state: 'taken' as const, person: actor.id },
      events: state === 'open' ? [offerTaken({ offer: id })] : [],
      result: id,
    });
  });
}

/** Needs the live consent: for a minor, the legal representative's. @returns the nomination's id */
export async function acceptOffer(ctx: EngineContext, command: Command, id: string): Promise<Result<string>> {
  const { actor } = command;
  const offer = await offerFor(ctx, actor.id, id);
  if (offer?.state !== 'taken') return refusedOffer('gone');
  const { edition, college, lowestMark, grounds, by, name } = offer;
  const isKnown = isSameName(name, await nameOf(ctx, actor.id));
  const wish = { edition, college, lowestMark, grounds, studies: 'college' as const };
  const nomination = await proposeNomination(ctx, command, wish, { by, isKnown });
  if (nomination.ok) await settleOffer(ctx, nomination.value);
  return nomination;
}

/** What was offered stands in the nomination now. Also done on the event, for an answer that broke off before this. */
export async function settleOffer(ctx: EngineContext, nominationId: string): Promise<void> {
  const { by, person } = await nominationOf(ctx, nominationId);
  const offer = by === 'college' ? await offerFor(ctx, person, null) : null;
  if (!offer) return;
  const command = {
    id: `settled/${nominationId}`,
    actor: { kind: 'person', id: person, grants: [] },
  } as const;
  await change(ctx, offers, offer._id, command, ({ state }) =>
    state === 'taken'
      ? ok({
          action: 'offer accepted',
          set: { state: 'accepted' as const, grounds: [] },
          events: [offerAccepted({ offer: offer._id })],
          result: null,
        })
      : refusedOffer('gone'),
  );
}

/** Documents that the college sent of its student are the student's from now on: in their copy, and gone with their data. */
export const handOverDocuments: Follow<EngineContext, EventOf<typeof offerAccepted>['data']> = async (
  ctx,
  { data },
) => {
  const { edition, person, by } = await offerOf(ctx, data.offer);
  const nomination = person === null ? null : await findNomination(ctx, edition, person);
  const files = nomination?.grounds.flatMap(({ media }) => media) ?? [];
  if (person !== null) await handOverFiles(ctx, files, by, person);
};

/** @returns the offer's id */
export async function declineOffer(
  ctx: EngineContext,
  command: Command,
  id: string,
): Promise<Result<string>> {
  const { actor } = command;
  if (!(await offerFor(ctx, actor.id, id))) return refusedOffer('gone');
  return change(ctx, offers, id, command, ({ state, person }) => {
    const isTheirs = state === 'open' || (state === 'taken' && person === actor.id);
    if (!isTheirs) return refusedOffer('gone');
    return ok({
      action: 'offer declined',
      set: { state: 'declined' as const, grounds: [], person: null },
      events: [offerDeclined({ offer: id })],
      result: id,
    });
  });
}
