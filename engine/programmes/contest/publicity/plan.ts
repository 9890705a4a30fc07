// The Holding plans how each winner is told of at the republican level: that is the stage's task. What came of a planned
// item is the publication that was recorded for it.
import type { Command } from '../../../kernel/actor.ts';
import type { LocalDate } from '../../../kernel/calendar.ts';
import { derivedId } from '../../../kernel/ids.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { change, create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { refuseAfter } from '../editions/deadlines.ts';
import { winnerOf } from '../packages/winner.ts';
import { refusedAs } from '../reason.ts';
import { actsForRepublic } from '../rights.ts';
import { winnerStates } from '../states.ts';
import { publicityPlanned } from './events.ts';
import { type Channel, type Planned, publications, publicityPlans } from './store.ts';

export interface NewPlanned {
  readonly nomination: string;
  readonly channel: Channel;
  readonly where: string;
  readonly day: LocalDate;
}

const MOST_ITEMS = 30;

/** @returns the item's id */
export async function planPublicity(
  ctx: EngineContext,
  command: Command,
  { nomination: id, channel, where, day }: NewPlanned,
): Promise<Result<string>> {
  if (!actsForRepublic(command.actor)) return refused('common.not-allowed');
  const { nomination, edition } = await winnerOf(ctx, id);
  if (!winnerStates.includes(nomination.state)) return refusedAs('no-winner');
  const over = refuseAfter(edition, 'republicanEnds', ctx.clock.now());
  if (over) return over;
  const { republicanBegins: from, republicanEnds: to } = edition.calendar;
  if (day < from || day > to) return refusedAs('plan-outside', { from, to });
  await openPlan(ctx, command, id, { edition: edition._id, person: nomination.person });
  return change(ctx, publicityPlans, id, command, ({ items }) => {
    if (items.length >= MOST_ITEMS) return refusedAs('plan-full', { count: MOST_ITEMS });
    const item: Planned = {
      id: derivedId(`planned ${id} ${command.id}`),
      channel,
      where,
      day,
      publication: null,
    };
    return ok({
      action: 'publicity planned',
      set: { items: [...items, item] },
      events: [publicityPlanned({ nomination: id, item: item.id })],
      result: item.id,
      details: { channel, day },
    });
  });
}

async function openPlan(
  ctx: EngineContext,
  command: Command,
  id: string,
  of: { readonly edition: string; readonly person: string },
): Promise<void> {
  await create(
    ctx,
    publicityPlans,
    id,
    { ...command, id: `plan/${id}` },
    {
      action: 'publicity plan opened',
      set: { ...of, items: [] },
      result: id,
    },
  );
}

/** A planned item came about. @returns the item's id */
export async function fulfilPlanned(
  ctx: EngineContext,
  command: Command,
  nomination: string,
  item: string,
  publication: string,
): Promise<Result<string>> {
  if (!actsForRepublic(command.actor)) return refused('common.not-allowed');
  const found = await publications.on(ctx.db).findById(publication, { nomination: 1, withdrawn: 1 }).lean();
  if (found?.nomination !== nomination || found.withdrawn) return refusedAs('plan-other-publication');
  return change(ctx, publicityPlans, nomination, command, ({ items }) => {
    const planned = items.find((each) => each.id === item);
    if (!planned) return refusedAs('plan-no-item');
    if (planned.publication !== null) return refused('common.already-done');
    const done = items.map((each) => (each === planned ? { ...each, publication } : each));
    return ok({
      action: 'planned publicity done',
      set: { items: done },
      result: item,
      details: { item, publication },
    });
  });
}
