// What the sending of evidence need not ask: known from the button, from the indicator, from the proof.
import {
  countedByList,
  isFigure,
  isOnLists,
  sharableWith,
  versionInForce,
} from '../../../../engine/programmes/grant/programme.ts';
import type { Outcome } from '../../../dialogue/step.ts';
import { answerList } from '../../../dialogue/talk.ts';
import { menuButton } from '../../shared/endings.ts';
import { argumentOf, ending, type GrantTalk, projectButton, projectIn } from '../grant-talk.ts';
import { type Choosing, choosing, kindIn, kindsIn, measureIn, partsToSend } from './meant.ts';

const known = (...steps: readonly string[]): Outcome => ({ texts: [], next: 'on', known: steps });

/** Of the first questions, those whose answers came with the button. */
function first({ activity, indicator }: Choosing): readonly string[] {
  return [...(activity === '' ? [] : ['activity']), ...(indicator === '' ? [] : ['indicator'])];
}

export async function begin(talk: GrantTalk): Promise<Outcome> {
  const project = await projectIn(talk);
  if (!versionInForce(project))
    return ending('reason.not-in-force', undefined, projectButton(argumentOf(talk).project), menuButton());
  return known(...first(await choosing(talk)));
}

export async function chosenIndicator(talk: GrantTalk): Promise<Outcome> {
  const found = await choosing(talk);
  return known(...(partsToSend(talk, found.target).length < 2 ? ['part'] : []));
}

export async function chosenPart(talk: GrantTalk): Promise<Outcome> {
  return known(...(kindsIn(await choosing(talk)).length < 2 ? ['kind'] : []));
}

const PROOFS = { photo: 'photos', video: 'video', document: 'papers', link: 'link' } as const;

/** Only the proof of the kind that was chosen. */
export async function chosenKind(talk: GrantTalk): Promise<Outcome> {
  const kind = kindIn(talk, await choosing(talk));
  return known(...Object.entries(PROOFS).flatMap(([each, step]) => (each === kind ? [] : [step])));
}

/** Figures that nobody needs here are not asked for. */
export async function afterProof(talk: GrantTalk): Promise<Outcome> {
  const found = await choosing(talk);
  const measure = measureIn(found);
  if (!measure) return known();
  const { plan, indicator, part, target } = found;
  const papers = kindIn(talk, found) === 'document' ? answerList(talk.draft, 'papers').length : 0;
  const byList =
    measure.unit === 'list' &&
    (target.some((each) => isOnLists(target, each)) || countedByList(plan, { indicator, part }).length > 0);
  const needs = {
    quantity: (isFigure(measure.unit) && measure.unit !== 'person') || (papers > 1 && !byList),
    people: measure.unit === 'person' || byList,
    participant: measure.per === 'participant',
    share: sharableWith(plan, { indicator, part }).length > 0,
  };
  return known(...Object.entries(needs).flatMap(([step, isNeeded]) => (isNeeded ? [] : [step])));
}
