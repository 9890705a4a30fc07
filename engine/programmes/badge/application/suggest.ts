// Centres and mentors that somebody is offered: of the region where they live or study, whoever has fewest participants first
// (§3.1).
import { trusted } from 'mongoose';
import { people } from '../../../people/store.ts';
import type { StoreContext } from '../../../store/context.ts';
import { activeCentres } from '../cases.ts';
import { mentoredStates } from '../states.ts';
import { type Centre, centreScope, centres, participations } from '../store.ts';
import type { Page } from './shapes.ts';

export interface SuggestedMentor {
  readonly id: string;
  readonly name: string;
  /** Participants that they have now. */
  readonly load: number;
}

export interface SuggestedCentre {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** By which of the two it is near. */
  readonly by: 'residence' | 'study';
  readonly mentors: readonly SuggestedMentor[];
}

type Where = Pick<Page, 'residence' | 'study'>;

/** Those with a mentor, nearest first: by residence, then by study; of each the least loaded first. */
export async function suggestedCentres(
  ctx: StoreContext,
  personId: string,
  where: Where,
): Promise<readonly SuggestedCentre[]> {
  const near = (await activeCentres(ctx)).filter((each) => nearness(each, where) !== null);
  const all = await Promise.all(
    near.map(async (centre): Promise<SuggestedCentre> => {
      const { _id, name, address } = centre;
      const by = nearness(centre, where) ?? 'study';
      return { id: _id, name, address, by, mentors: await mentorsOf(ctx, _id, personId) };
    }),
  );
  return all.filter(({ mentors }) => mentors.length > 0).sort(byNearnessAndLoad);
}

function nearness(
  { region }: Pick<Centre, 'region'>,
  { residence, study }: Where,
): SuggestedCentre['by'] | null {
  if (region === residence.region) return 'residence';
  return region === study.region ? 'study' : null;
}

const leastLoad = ({ mentors }: SuggestedCentre): number => mentors[0]?.load ?? 0;

const byNearnessAndLoad = (a: SuggestedCentre, b: SuggestedCentre): number => {
  if (a.by !== b.by) return a.by === 'residence' ? -1 : 1;
  return leastLoad(a) - leastLoad(b) || (a.name < b.name ? -1 : 1);
};

/** Mentors of a centre, the least loaded first; never the participant themselves. */
export async function mentorsOf(
  ctx: StoreContext,
  centre: string,
  personId: string,
): Promise<readonly SuggestedMentor[]> {
  const grants = trusted({ $elemMatch: { role: 'mentor', scope: centreScope(centre) } });
  const found = await people
    .on(ctx.db)
    .find({ grants } as never, { name: 1 })
    .lean();
  const mentors = found.filter(({ _id }) => _id !== personId);
  const loads = await loadsOf(
    ctx,
    mentors.map(({ _id }) => _id),
  );
  return mentors
    .map(({ _id, name }) => ({ id: _id, name, load: loads.get(_id) ?? 0 }))
    .sort((a, b) => a.load - b.load || (a.id < b.id ? -1 : 1));
}

async function loadsOf(ctx: StoreContext, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const counted = await participations
    .raw(ctx.db)
    .aggregate<{ _id: string; n: number }>([
      { $match: { mentor: { $in: [...ids] }, state: { $in: ['applied', ...mentoredStates] } } },
      { $group: { _id: '$mentor', n: { $sum: 1 } } },
    ])
    .toArray();
  return new Map(counted.map(({ _id, n }) => [_id, n]));
}

/** Whether a mentor may be taken still: their centre is active, and they hold the role there. */
export async function mentorStands(
  ctx: StoreContext,
  { person, centre, mentor }: { readonly person: string; readonly centre: string; readonly mentor: string },
): Promise<boolean> {
  const found = await centres.on(ctx.db).findById(centre, { state: 1 }).lean();
  if (found?.state !== 'active') return false;
  return (await mentorsOf(ctx, centre, person)).some(({ id }) => id === mentor);
}
