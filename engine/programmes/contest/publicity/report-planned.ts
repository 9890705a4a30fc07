// A planned item came about: the Holding says where it is to be seen, by its address or a picture. It is recorded as a publication
// about the winner, and the item is done by it. What was recorded before about the same winner does it as well.
import type { Command } from '../../../kernel/actor.ts';
import type { LocalDate } from '../../../kernel/calendar.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import type { EngineContext } from '../../context.ts';
import { refusedAs } from '../reason.ts';
import { actsForRepublic } from '../rights.ts';
import { fulfilPlanned } from './plan.ts';
import { publicationIdOf, recordPublication } from './record-publication.ts';
import { type Planned, publicityPlans } from './store.ts';

export interface Reported {
  readonly nomination: string;
  /** Id of the planned item. */
  readonly item: string;
  /** As it was typed or copied; null where pictures prove it. */
  readonly link: string | null;
  readonly pictures: readonly string[];
  readonly publishedOn: LocalDate;
}

/** @returns the publication's id */
export async function reportPlanned(
  ctx: EngineContext,
  command: Command,
  { nomination, item: wanted, link, pictures, publishedOn }: Reported,
): Promise<Result<string>> {
  if (!actsForRepublic(command.actor)) return refused('common.not-allowed');
  const plan = await publicityPlans.on(ctx.db).findById(nomination).lean();
  const item = plan?.items.find(({ id }) => id === wanted);
  if (!plan || !item) return refusedAs('plan-no-item');
  if (item.publication !== null) return refused('common.already-done');
  const given = { ...published(item), edition: plan.edition, link, pictures, publishedOn, nomination };
  const made = await recordPublication(ctx, { ...command, id: `${command.id}/publication` }, given);
  const isKnown = !made.ok && made.reasons.some(({ code }) => code === 'contest.publication-known');
  if (!made.ok && !isKnown) return made;
  const publication = made.ok ? made.value : publicationIdOf(given);
  const done = await fulfilPlanned(ctx, command, nomination, wanted, publication);
  return done.ok ? ok(publication) : done;
}

const published = ({ channel, where }: Planned) => ({
  ...{ publisher: 'all', subject: 'participants' as const, channel, title: where },
  place: channel === 'banner' ? where : null,
});
