// Editions as everybody else asks for them. Those that ship are written down the first time that somebody asks: from then on
// they decide by what they were written down with, whatever parameters are published later.
import { systemActor } from '../../../kernel/actor.ts';
import { type LocalDate, localDate } from '../../../kernel/calendar.ts';
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

/** The newest first. */
export async function allEditions(ctx: EngineContext): Promise<readonly Edition[]> {
  for (const year of shippedYears) await editionOf(ctx, String(year));
  const found = editions.raw(ctx.db).find({});
  return (await found.sort({ 'calendar.announced': -1, _id: -1 }).toArray()) as unknown as Edition[];
}

/** The edition that runs on a day: of several the one that began last; null where none does. */
export async function editionOn(ctx: EngineContext, day: LocalDate): Promise<Edition | null> {
  const runs = ({ calendar }: Edition) => calendar.announced <= day && day <= calendar.republicanEnds;
  return (await allEditions(ctx)).find(runs) ?? null;
}

export const editionNow = (ctx: EngineContext): Promise<Edition | null> =>
  editionOn(ctx, localDate(ctx.clock.now()));

const stored = async (ctx: EngineContext, id: string): Promise<Edition | null> =>
  (await editions.raw(ctx.db).findOne({ _id: { $eq: id } } as never)) as unknown as Edition | null;

async function shipped(ctx: EngineContext, id: string): Promise<Edition | null> {
  const year = shippedYears.find((each) => String(each) === id);
  if (year === undefined) return null;
  await writeEdition(ctx, { id: `ship/${id}`, actor: systemActor }, id, await settingsOf(ctx, year));
  return stored(ctx, id);
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
