// Editions as everybody else asks for them. Those that ship are read off the parameters until somebody acts in them: then they
// are written down, and decide by that from then on, whatever parameters are published later. Reading writes nothing.
import { systemActor } from '../../../kernel/actor.ts';
import { instantOf, type LocalDate, localDate } from '../../../kernel/calendar.ts';
import { AppError } from '../../../kernel/errors.ts';
import { create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { editionOpened } from '../events.ts';
import { type Edition, editions } from '../store.ts';
import { type Settings, settingsOf } from './settings.ts';

/** The edition of the regulation, and the one of the year in which this release was made. */
const shippedYears = [2019, 2026] as const;

/** @throws AppError `not-found` */
export async function editionOf(ctx: EngineContext, id: string): Promise<Edition> {
  const found = (await stored(ctx, id)) ?? (await shipped(ctx, id));
  if (found) return found;
  throw new AppError('not-found', `the contest has no edition ${id}`);
}

/** The same, written down: for whatever is decided by it. @throws AppError `not-found` */
export async function keptEdition(ctx: EngineContext, id: string): Promise<Edition> {
  const found = await stored(ctx, id);
  if (found) return found;
  const year = yearOf(id);
  if (year !== undefined)
    await writeEdition(ctx, { id: `ship/${id}`, actor: systemActor }, id, await settingsOf(ctx, year));
  return editionOf(ctx, id);
}

/** The newest first. */
export async function allEditions(ctx: EngineContext): Promise<readonly Edition[]> {
  const kept = (await editions.raw(ctx.db).find({}).toArray()) as unknown as Edition[];
  const known = new Set(kept.map(({ _id }) => _id));
  const unwritten = shippedYears.map(String).filter((id) => !known.has(id));
  const others = await Promise.all(unwritten.map((id) => shipped(ctx, id)));
  return [...kept, ...others.flatMap((each) => each ?? [])].sort(newestFirst);
}

const newestFirst = (a: Edition, b: Edition): number =>
  a.calendar.announced === b.calendar.announced
    ? b._id.localeCompare(a._id)
    : b.calendar.announced.localeCompare(a.calendar.announced);

/** The edition that runs on a day: of several the one that began last; null where none does. */
export async function editionOn(ctx: EngineContext, day: LocalDate): Promise<Edition | null> {
  const runs = ({ calendar }: Edition) => calendar.announced <= day && day <= calendar.republicanEnds;
  return (await allEditions(ctx)).find(runs) ?? null;
}

export const editionNow = (ctx: EngineContext): Promise<Edition | null> =>
  editionOn(ctx, localDate(ctx.clock.now()));

const stored = async (ctx: EngineContext, id: string): Promise<Edition | null> =>
  (await editions.raw(ctx.db).findOne({ _id: { $eq: id } } as never)) as unknown as Edition | null;

const yearOf = (id: string) => shippedYears.find((each) => String(each) === id);

/** As it would be written down now. */
async function shipped(ctx: EngineContext, id: string): Promise<Edition | null> {
  const year = yearOf(id);
  if (year === undefined) return null;
  const settings = await settingsOf(ctx, year);
  return {
    ...{ _id: id, v: 0, applied: [], audit: { seq: 0, head: '' }, outbox: [], ...settings },
    ...{ openedBy: 'system:system', openedAt: instantOf(settings.calendar.announced, '00:00') },
  };
}

/** Writes an edition down once. @returns whether this command did */
export async function writeEdition(
  ctx: EngineContext,
  command: Parameters<typeof create>[3],
  id: string,
  settings: Settings,
): Promise<boolean> {
  const made = await create(ctx, editions, id, command, {
    action: 'edition opened',
    set: { ...settings, openedBy: `${command.actor.kind}:${command.actor.id}`, openedAt: ctx.clock.now() },
    events: [editionOpened({ edition: id })],
    result: id,
    details: { year: settings.year },
  });
  return made.created;
}
