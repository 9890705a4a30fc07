// A week that goes like the first, without a word in the chat: the same entries once more by the use-cases, each confirmed. The
// reader has seen how one is written and confirmed; what thirteen weeks add up to is told by progress, not by repeating it.
import { localDate } from '../../../engine/kernel/calendar.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { entries } from '../../../engine/programmes/badge/journal/store.ts';
import { decideEntry, type EntryDraft, writeEntry } from '../../../engine/programmes/badge/programme.ts';
import { participations } from '../../../engine/programmes/badge/store.ts';
import { reviews } from '../../../engine/reviews/store.ts';
import { readsAll } from '../../../engine/store/indexes.ts';
import { newCommand, unwrap } from '../../support/credit/cast.ts';
import type { World } from '../../support/world/world.ts';

const LOOK_EVERY = 20;
const LOOKS = 500;

/** What was written in the first week, to be written again. */
export type Habit = readonly EntryDraft[];

export async function habitOf({ ctx: { db } }: World): Promise<Habit> {
  const found = await entries.on(db).find(readsAll).lean();
  return found.flatMap(({ direction, kind, date, minutes, text, title, outcome, media }) =>
    minutes === null
      ? []
      : [{ direction, kind, date, minutes, text, media, title: title ?? '', outcome: outcome ?? '' }],
  );
}

export async function quietWeek({ ctx, clock }: World, habit: Habit): Promise<void> {
  await clock.advance(7 * DAY);
  const found = await participations.on(ctx.db).findOne({ state: 'active' }).lean();
  if (!found) throw new Error('nobody is active');
  const { _id, person, mentor, centre } = found;
  const participant = { kind: 'person', id: person, grants: [] } as const;
  const grants = [{ role: 'mentor', scope: `centre:${centre}` } as const];
  const date = localDate(clock.now());
  for (const draft of habit) {
    const entry = unwrap(await writeEntry(ctx, newCommand(participant), _id, { ...draft, date }));
    const decider = newCommand({ kind: 'person', id: mentor, grants });
    unwrap(await decideEntry(ctx, decider, entry, { how: 'approved' }));
  }
}

/** Until so many entries wait for the mentor: cards come when they come. */
export async function waiting({ ctx: { db } }: World, n: number): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    if ((await reviews.on(db).countDocuments({ kind: 'badge-entry', state: 'open' })) === n) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  throw new Error(`not ${n} entries wait for the mentor`);
}
