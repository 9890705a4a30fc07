// A commission of a college or a region in tests: formed, with a member of each kind, and scores for whoever is before it.

import { casesOf } from '../../../engine/commissions/store.ts';
import { inviteMember, joinCommission } from '../../../engine/commissions/use-cases/invite-member.ts';
import type { Actor } from '../../../engine/kernel/actor.ts';
import {
  concludeStage,
  editionOf,
  formStageCommission,
  openSittingOf,
  type Place,
  putUpNominees,
  scoreNominee,
} from '../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { command, departmentOf, officerOf, person, unwrap } from './people.ts';

export const secretaryOf = ({ stage, at }: Place): Actor =>
  stage === 'college' ? officerOf(at) : departmentOf(at);

export const kinds = ['youth', 'ngo', 'stakeholder'] as const;

/** Takes a seat without a chat. @param connections e.g. `college:alpha` */
export async function seat(
  ctx: EngineContext,
  place: Place,
  id: string,
  kind: string,
  connections: readonly string[] = [],
): Promise<Actor> {
  const commission = `contest:${place.edition}:${place.stage}:${place.at}`;
  const invited = { person: id, kind, represents: `«${kind}» ұйымы`, connections };
  unwrap(await inviteMember(ctx, command(secretaryOf(place)), commission, invited));
  unwrap(await joinCommission(ctx, command(person(id)), commission));
  return person(id);
}

/** @returns its members, one of each kind */
export async function commissionAt(ctx: EngineContext, place: Place): Promise<readonly Actor[]> {
  unwrap(await formStageCommission(ctx, command(secretaryOf(place)), place));
  const members: Actor[] = [];
  for (const kind of kinds) members.push(await seat(ctx, place, `${kind}-${place.stage}-${place.at}`, kind));
  return members;
}

/** What each member gives a nominee for every criterion; 3 unless it says otherwise. */
export type Points = (nomination: string, member: Actor) => number;

export async function scoreAll(
  ctx: EngineContext,
  place: Place,
  members: readonly Actor[],
  points: Points = () => 3,
): Promise<void> {
  const sitting = await openSittingOf(ctx, place);
  const { criteria } = await editionOf(ctx, place.edition);
  for (const { _id, subject, state } of await casesOf(ctx, sitting?._id ?? ''))
    for (const member of state === 'open' ? members : []) {
      const scores = criteria[place.stage].map(({ id }) => ({
        criterion: id,
        score: points(subject, member),
      }));
      unwrap(await scoreNominee(ctx, command(member), _id, scores));
    }
}

/** Everyone who waits is put up, scored and decided. @returns the sitting's id */
export async function decideAt(
  ctx: EngineContext,
  place: Place,
  members: readonly Actor[],
  points?: Points,
): Promise<string> {
  const sitting = unwrap(await putUpNominees(ctx, command(secretaryOf(place)), place));
  await scoreAll(ctx, place, members, points);
  unwrap(await concludeStage(ctx, command(secretaryOf(place)), place));
  return sitting;
}
