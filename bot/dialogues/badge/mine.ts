// Whose participation a button speaks of: only the person's own, or their ward's. What a button carries is never trusted.
import { isMinor } from '../../../engine/people/age.ts';
import { wardsOf } from '../../../engine/people/guardians.ts';
import { people } from '../../../engine/people/store.ts';
import {
  type Participation,
  participationOf,
  participationsOf,
  signaturesOf,
} from '../../../engine/programmes/badge/programme.ts';
import type { BadgeTalk } from './talk.ts';

/** The participation that the argument names, else the newest of theirs; undefined where they have none of it. */
export async function ownOf({ env, actor, argument }: BadgeTalk): Promise<Participation | undefined> {
  const all = await participationsOf(env, actor.id);
  return argument === '' ? all.at(-1) : all.find(({ _id }) => _id === argument);
}

/** Of a minor whose representative this person is; null for anybody else's. */
export async function wardParticipation({ env, actor, argument, now }: BadgeTalk) {
  const found = await participationOf(env, argument).catch(() => null);
  const ward = found && (await people.on(env.db).findById(found.person).lean());
  const isTheirs = ward?.guardian?.person === actor.id && isMinor(ward, now);
  return found && ward && isTheirs ? { participation: found, ward } : null;
}

export async function signaturesIn({ env, now }: BadgeTalk, participation: Participation) {
  const person = await people.on(env.db).findById(participation.person, { birthDate: 1 }).lean();
  return signaturesOf(env.rules, participation, person, now);
}

/** Participations of those whose legal representative somebody is, and no other child's. */
export async function wardParticipations({ env, actor }: BadgeTalk) {
  const wards = await wardsOf(env, actor.id);
  return Promise.all(wards.map(async ({ id, name }) => ({ id, name, all: await participationsOf(env, id) })));
}
