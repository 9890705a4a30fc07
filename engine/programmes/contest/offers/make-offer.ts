// The college's responsible person offers a student a nomination: mark, grounds and documents. The rules are asked at once, so
// that nobody is sent a link in vain; nobody else hears of the student before their own consent.
import type { Command } from '../../../kernel/actor.ts';
import { derivedId } from '../../../kernel/ids.ts';
import { ok, type Refused, type Result, refused } from '../../../kernel/result.ts';
import { media } from '../../../media/store.ts';
import { create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { refuseAfter, refuseBefore } from '../editions/deadlines.ts';
import { keptEdition } from '../editions/edition.ts';
import { eligibilityFacts } from '../nominations/eligibility.ts';
import { regionOfCollege } from '../nominations/propose.ts';
import { actsForCollege } from '../rights.ts';
import type { NamedGround } from '../store.ts';
import { askRules } from '../verdict.ts';
import { offerMade } from './events.ts';
import { waitingOffers } from './find.ts';
import { refusedOffer } from './reason.ts';
import { offers } from './store.ts';

export interface NewOffer {
  readonly edition: string;
  readonly college: string;
  readonly name: string;
  readonly lowestMark: number;
  readonly grounds: readonly NamedGround[];
}

/** More links than anybody follows up. */
const MOST_WAITING = 30;

/** @returns the offer's id */
export async function offerNomination(
  ctx: EngineContext,
  command: Command,
  offer: NewOffer,
): Promise<Result<string>> {
  const { actor } = command;
  if (!actsForCollege(actor, offer.college)) return refused('common.not-allowed');
  const edition = await keptEdition(ctx, offer.edition);
  const now = ctx.clock.now();
  const hindrance =
    refuseBefore(edition, 'announced', now) ??
    refuseAfter(edition, 'internalEnds', now) ??
    (await strangeFiles(ctx, actor.id, offer.grounds)) ??
    (await tooMany(ctx, command, offer));
  if (hindrance) return hindrance;
  const facts = eligibilityFacts(edition, { ...offer, studies: 'college' });
  const verdict = await askRules(ctx.rules, 'contest.eligibility', edition.legalDay, facts);
  if (!verdict.ok) return verdict;
  const region = await regionOfCollege(ctx, edition, offer.college);
  if (!region.ok) return region;
  const id = derivedId(`contest offer ${command.id}`);
  const { college, name, lowestMark, grounds } = offer;
  const made = await create(ctx, offers, id, command, {
    action: 'nomination offered',
    set: {
      ...{ edition: edition._id, college, name, lowestMark, by: actor.id, person: null },
      grounds: grounds.map((each) => ({ ...each, media: [...each.media] })),
      ...{ state: 'open' as const, offeredAt: now },
    },
    events: [offerMade({ offer: id })],
    result: id,
  });
  return ok(made.created ? made.result : id);
}

/** Only documents that the actor has sent themselves. */
async function strangeFiles(
  ctx: EngineContext,
  owner: string,
  grounds: readonly NamedGround[],
): Promise<Refused | null> {
  for (const _id of grounds.flatMap(({ media: files }) => files))
    if (!(await media.on(ctx.db).exists({ _id, owner }))) return refusedOffer('strange-file');
  return null;
}

async function tooMany(
  ctx: EngineContext,
  { actor }: Command,
  { edition, college }: NewOffer,
): Promise<Refused | null> {
  const waiting = await waitingOffers(ctx, actor, { edition, stage: 'college', at: college });
  return waiting.length < MOST_WAITING ? null : refusedOffer('many', { count: MOST_WAITING });
}
