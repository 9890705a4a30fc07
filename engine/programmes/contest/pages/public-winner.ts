// What anybody may see of a winner: name, college, region, what was sent about them and their photo; nothing without their
// consent, and nothing besides.
import { trusted } from 'mongoose';
import { people } from '../../../people/store.ts';
import type { EngineContext } from '../../context.ts';
import { type Package, packages } from '../packages/store.ts';
import { winnerStates } from '../states.ts';
import { type Nomination, nominations } from '../store.ts';
import { mayShow } from './page-consent.ts';

export interface PublicWinner {
  /** The nomination's id. */
  readonly id: string;
  readonly name: string;
  readonly college: string;
  readonly region: string;
  readonly edition: string;
  readonly isLaureate: boolean;
  readonly texts: Readonly<Record<'kk' | 'ru' | 'en', string>>;
  /** Id of kept media. */
  readonly photo: string;
}

/** Null for whoever is no winner, has not consented, or of whom nothing was sent yet. */
export async function publicWinner(ctx: EngineContext, id: string): Promise<PublicWinner | null> {
  const nomination = (await nominations
    .raw(ctx.db)
    .findOne({ _id: { $eq: id } } as never)) as unknown as Nomination | null;
  const [found] = nomination ? await shownOf(ctx, [nomination]) : [];
  return found ?? null;
}

/** Of an edition, by region and name: those who have a page. */
export async function publicWinners(ctx: EngineContext, edition: string): Promise<readonly PublicWinner[]> {
  const wanted = { edition: { $eq: edition }, state: { $in: [...winnerStates] } };
  const found = (await nominations
    .raw(ctx.db)
    .find(wanted as never)
    .toArray()) as unknown as Nomination[];
  const shown = await shownOf(ctx, found);
  return [...shown].sort((a, b) => a.region.localeCompare(b.region) || a.name.localeCompare(b.name, 'ru'));
}

async function shownOf(ctx: EngineContext, list: readonly Nomination[]): Promise<readonly PublicWinner[]> {
  const winners = list.filter(({ state }) => winnerStates.includes(state));
  const written = await byId<Package>(
    packages.raw(ctx.db),
    winners.map(({ _id }) => _id),
  );
  const persons = await people
    .on(ctx.db)
    .find({ _id: trusted({ $in: winners.map(({ person }) => person) }) } as never)
    .lean();
  const known = new Map(persons.map((each) => [each._id, each]));
  const now = ctx.clock.now();
  return winners.flatMap((nomination) => {
    const person = known.get(nomination.person) ?? null;
    const found = written.get(nomination._id);
    if (!person || !mayShow(person, now) || !found?.sent || !found.photo) return [];
    return [shown(nomination, person.name, found, found.photo.media)];
  });
}

function shown(
  { _id: id, college, region, edition, state }: Nomination,
  name: string,
  { texts }: Package,
  photo: string,
): PublicWinner {
  const words = { kk: texts.kk.text, ru: texts.ru.text, en: texts.en.text };
  return { id, name, college, region, edition, isLaureate: state === 'laureate', texts: words, photo };
}

async function byId<T extends { readonly _id: string }>(
  from: { find(filter: never): { toArray(): Promise<unknown[]> } },
  ids: readonly string[],
): Promise<ReadonlyMap<string, T>> {
  const found = (await from.find({ _id: { $in: ids } } as never).toArray()) as unknown as T[];
  return new Map(found.map((each) => [each._id, each]));
}
