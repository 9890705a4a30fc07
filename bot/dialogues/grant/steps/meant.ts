// What a piece of evidence under way is for: the answers so far, looked up in the plan in force.
import {
  activityOf,
  type EvidenceKind,
  evidenceKinds,
  type GrantProject,
  indicatorIn,
  isOnLists,
  kindsOf,
  type Measure,
  maySend,
  type Plan,
  planOf,
} from '../../../../engine/programmes/grant/programme.ts';
import { answer } from '../../../dialogue/talk.ts';
import { argumentOf, type GrantTalk, projectIn } from '../grant-talk.ts';

export interface Choosing {
  readonly project: GrantProject;
  readonly plan: Plan;
  /** Ids as far as they were chosen, or came with the button. */
  readonly activity: string;
  readonly indicator: string;
  readonly part: number;
  readonly target: readonly Measure[];
}

export async function choosing(talk: GrantTalk): Promise<Choosing> {
  const project = await projectIn(talk);
  const plan = planOf(project);
  const { rest } = argumentOf(talk);
  const given = indicatorIn(plan, rest);
  const indicator = answer(talk.draft, 'indicator') || (given?.indicator.id ?? '');
  const activity = answer(talk.draft, 'activity') || (given?.activity.id ?? activityOf(plan, rest)?.id ?? '');
  const target = indicatorIn(plan, indicator)?.indicator.target ?? [];
  const [only, ...more] = partsToSend(talk, target);
  const part =
    talk.draft.part === undefined
      ? only !== undefined && more.length === 0
        ? only
        : 0
      : Number(talk.draft.part);
  return { project, plan, activity, indicator, part, target };
}

/** Parts for which one sends something: people on lists come with their list, a survey by itself. */
export const partsToSend = (talk: GrantTalk, target: readonly Measure[]): readonly number[] =>
  target.flatMap((measure, at) =>
    measure.unit !== 'percent' &&
    !isOnLists(target, measure) &&
    maySend(talk.actor, argumentOf(talk).project, measure.unit)
      ? [at]
      : [],
  );

export const measureIn = ({ target, part }: Choosing): Measure | undefined => target[part];

export const kindsIn = (found: Choosing): readonly EvidenceKind[] => {
  const measure = measureIn(found);
  return measure ? kindsOf[measure.unit] : [];
};

export function kindIn(talk: GrantTalk, found: Choosing): EvidenceKind {
  const chosen = evidenceKinds.find((each) => each === answer(talk.draft, 'kind'));
  return chosen ?? kindsIn(found)[0] ?? 'photo';
}
