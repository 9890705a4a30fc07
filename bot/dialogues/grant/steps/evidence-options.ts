// What can be chosen while evidence is sent: activities, indicators, parts of a target, kinds of proof, what it serves besides.
import { text } from '../../../../engine/kernel/message.ts';
import {
  activityOf,
  indicatorIn,
  named,
  type ProjectStanding,
  sharableWith,
  standingOf,
} from '../../../../engine/programmes/grant/programme.ts';
import type { Option } from '../../../dialogue/steps/choose.ts';
import { type GrantTalk, projectIn } from '../grant-talk.ts';
import { choosing, kindsIn, partsToSend } from './meant.ts';

const standing = async (talk: GrantTalk): Promise<ProjectStanding> =>
  standingOf(talk.env, await projectIn(talk));

/** Those in which the reader may send something, with how far each is. */
export async function activityOptions(talk: GrantTalk): Promise<readonly Option[]> {
  const { progress } = await standing(talk);
  return progress.tasks
    .flatMap(({ activities }) => activities)
    .filter(({ activity }) => activity.indicators.some(({ target }) => partsToSend(talk, target).length > 0))
    .map(({ activity, percent }) => ({
      value: activity.id,
      label: text('grant:option.activity', { id: activity.id, ...named('name', activity.title), percent }),
    }));
}

/** The open ones first: what is done already may still be sent for. */
export async function indicatorOptions(talk: GrantTalk): Promise<readonly Option[]> {
  const { progress } = await standing(talk);
  const { activity: id } = await choosing(talk);
  const found = progress.tasks
    .flatMap(({ activities }) => activities)
    .find(({ activity }) => activity.id === id);
  return [...(found?.indicators ?? [])]
    .filter(({ indicator }) => partsToSend(talk, indicator.target).length > 0)
    .sort((a, b) => Number(a.done) - Number(b.done))
    .map(({ indicator, parts }) => ({
      value: indicator.id,
      label: text('grant:option.indicator', {
        ...{ id: indicator.id, ...named('name', indicator.name) },
        fact: parts.map(({ have, need }) => `${have}/${need ?? '?'}`).join(' · '),
      }),
    }));
}

export async function partOptions(talk: GrantTalk): Promise<readonly Option[]> {
  const { target } = await choosing(talk);
  return partsToSend(talk, target).map((at) => ({
    value: String(at),
    label: text(`grant:unit-name.${target[at]?.unit ?? 'photo'}`),
  }));
}

export async function kindOptions(talk: GrantTalk): Promise<readonly Option[]> {
  return kindsIn(await choosing(talk)).map((value) => ({ value, label: text(`grant:kind.${value}`) }));
}

export const NOT_SHARED = 'no';

/** Sections of the contract first: they mostly ask for what a task asks for. */
export async function shareOptions(talk: GrantTalk): Promise<readonly Option[]> {
  const { plan, indicator, part } = await choosing(talk);
  const isOfContract = (activity: string): boolean =>
    plan.tasks.some(
      ({ section, activities }) => section === 'contract' && activities.some(({ id }) => id === activity),
    );
  const shared = [...sharableWith(plan, { indicator, part })].sort(
    (a, b) => Number(isOfContract(b.activity)) - Number(isOfContract(a.activity)),
  );
  return [
    { value: NOT_SHARED, label: text('grant:send.only-here') },
    ...shared.map((each) => ({
      value: each.indicator,
      label: text('grant:option.shared', {
        id: each.indicator,
        ...named('name', indicatorIn(plan, each.indicator)?.indicator.name ?? null),
        ...named('activity', activityOf(plan, each.activity)?.title ?? null),
      }),
    })),
  ];
}
