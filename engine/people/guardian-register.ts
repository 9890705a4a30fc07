// The register of legal representatives, for operators: who consented for whom, and whether it is in force.
import { trusted } from 'mongoose';
import { type Actor, holds } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import { folded } from '../kernel/names.ts';
import type { StoreContext } from '../store/context.ts';
import { containing, type Page, type PageRequest, pageOf } from '../store/page.ts';
import { isMinor } from './age.ts';
import { liveConsent } from './consents.ts';
import { type Person, people, type Relation } from './store.ts';

/** `grown-up`: the participant is 18 by now and speaks for themselves. */
export const guardianshipStates = ['in-force', 'withdrawn', 'grown-up'] as const;
export type GuardianshipState = (typeof guardianshipStates)[number];

export interface GuardianshipRow {
  readonly minor: { readonly id: string; readonly name: string };
  readonly guardian: { readonly id: string; readonly name: string };
  readonly relation: Relation;
  readonly since: Date;
  readonly state: GuardianshipState;
}

/** By the participant's name. @throws AppError `forbidden` for everyone but operators */
export async function guardianshipsSeenBy(
  ctx: StoreContext,
  actor: Actor,
  { q }: { readonly q?: string },
  page: PageRequest,
): Promise<Page<GuardianshipRow>> {
  if (!holds(actor, 'operator', 'all')) throw new AppError('forbidden', 'sees no guardians');
  const filter = {
    'guardian.person': trusted({ $gte: '' }),
    ...(q !== undefined && { searchName: containing(folded(q)) }),
  };
  const found = await pageOf(ctx, people, filter, { by: 'searchName', of: 'text' }, page);
  const names = await namesOf(ctx, found.items);
  const now = ctx.clock.now();
  return { next: found.next, items: found.items.flatMap((each) => rowOf(each, names, now)) };
}

async function namesOf(ctx: StoreContext, minors: readonly Person[]): Promise<ReadonlyMap<string, string>> {
  const ids = minors.flatMap(({ guardian }) => (guardian ? [guardian.person] : []));
  const found = await people
    .on(ctx.db)
    .find({ _id: trusted({ $in: ids }) } as never, { name: 1 })
    .lean();
  return new Map(found.map(({ _id, name }) => [_id, name]));
}

function rowOf(minor: Person, names: ReadonlyMap<string, string>, now: Date): GuardianshipRow[] {
  if (!minor.guardian) return [];
  const { person, relation, since } = minor.guardian;
  return [
    {
      minor: { id: minor._id, name: minor.name },
      guardian: { id: person, name: names.get(person) ?? '—' },
      ...{ relation, since, state: stateOf(minor, now) },
    },
  ];
}

function stateOf(minor: Person, now: Date): GuardianshipState {
  if (!isMinor(minor, now)) return 'grown-up';
  return minor.consents.some((each) => liveConsent(minor, each.purpose, now)) ? 'in-force' : 'withdrawn';
}
