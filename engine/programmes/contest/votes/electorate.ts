// As whom somebody may vote at a stage. At the college: its students and teaching staff by its roster, nobody else. In the
// region: its youth by region and birth date, and the teaching staff of its colleges; anybody else's vote is shown apart.
import { localDate } from '../../../kernel/calendar.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { ageOn } from '../../../people/age.ts';
import type { Person } from '../../../people/store.ts';
import type { EngineContext } from '../../context.ts';
import { isBegun, isOver } from '../editions/deadlines.ts';
import { refusedAs } from '../reason.ts';
import type { Edition, Nomination } from '../store.ts';
import { type Elector, electorId, electors, type VotedStage, type VoterKind } from './store.ts';

/** The stage at which one votes for a nominee now; null where there is no vote. */
export function stageOfVote(
  edition: Pick<Edition, 'calendar'>,
  { state }: Pick<Nomination, 'state'>,
  now: Date,
): VotedStage | null {
  if (!isBegun(edition, 'announced', now)) return null;
  if (state === 'at-college') return isOver(edition, 'internalEnds', now) ? null : 'college';
  const isAtRegion = state === 'sent' || state === 'at-region';
  return isAtRegion && !isOver(edition, 'regionalEnds', now) ? 'region' : null;
}

export const placeOfVote = (
  { college, region }: Pick<Nomination, 'college' | 'region'>,
  stage: VotedStage,
): string => (stage === 'college' ? college : region);

/** Refused where somebody may not vote at all; `outside` where the vote weighs nothing. */
export async function voterKindOf(
  ctx: EngineContext,
  edition: Edition,
  stage: VotedStage,
  nomination: Pick<Nomination, 'college' | 'region'>,
  voter: Pick<Person, '_id' | 'region' | 'birthDate'>,
): Promise<Result<VoterKind>> {
  const elector = await electors.on(ctx.db).findById(electorId(edition._id, voter._id)).lean();
  return stage === 'college'
    ? atCollege(edition, nomination.college, elector)
    : ok(inRegion(edition, nomination.region, elector, voter, localDate(ctx.clock.now())));
}

function atCollege({ electorates }: Edition, college: string, elector: Elector | null): Result<VoterKind> {
  if (elector?.college !== college || elector.state === 'refused') return refusedAs('elector-outside');
  if (elector.state === 'asked') return refusedAs('elector-waits');
  const { students, teachers } = electorates.college;
  const may = elector.standing === 'student' ? students : teachers;
  return may ? ok(elector.standing) : refusedAs('elector-outside');
}

function inRegion(
  { electorates }: Edition,
  region: string,
  elector: Elector | null,
  voter: Pick<Person, 'region' | 'birthDate'>,
  today: string,
): VoterKind {
  const { teachers, students, youth } = electorates.region;
  const isOfRegion = elector?.state === 'confirmed' && elector.region === region;
  if (isOfRegion && elector.standing === 'teacher' && teachers) return 'teacher';
  if (isOfRegion && elector.standing === 'student' && students) return 'student';
  if (youth === null || voter.region !== region || !voter.birthDate) return 'outside';
  const age = ageOn(voter.birthDate, today);
  return age >= youth.least && age <= youth.most ? 'youth' : 'outside';
}
