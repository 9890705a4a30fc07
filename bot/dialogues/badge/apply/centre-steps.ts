// Centre and mentor that somebody is offered by residence or study, whoever has fewest participants first (§3.1).

import { chatKey } from '../../../../engine/kernel/chat.ts';
import { text } from '../../../../engine/kernel/message.ts';
import { personOfChat } from '../../../../engine/people/reach.ts';
import { type SuggestedCentre, suggestedCentres } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { Step } from '../../../dialogue/step.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import type { BadgeTalk } from '../talk.ts';
import { pageIn } from './answers.ts';

export async function centresFor(talk: BadgeTalk): Promise<readonly SuggestedCentre[]> {
  const person = await personOfChat(talk.env, chatKey(talk.address));
  return person ? suggestedCentres(talk.env, person._id, pageIn(talk.draft, person)) : [];
}

const centreOptions = async (talk: BadgeTalk): Promise<readonly Option[]> =>
  (await centresFor(talk)).map(({ id, name, by }) => ({
    value: id,
    label: text(`badge:apply.centre-by.${by}`, { name }),
  }));

async function mentorOptions(talk: BadgeTalk): Promise<readonly Option[]> {
  const centre = (await centresFor(talk)).find(({ id }) => id === talk.draft.centre);
  return (centre?.mentors ?? []).map(({ id, name, load }) => ({
    value: id,
    label: text('badge:apply.mentor', { name, count: load }),
  }));
}

export const centreSteps: readonly Step<EngineContext>[] = [
  choose('centre', centreOptions, 'badge:apply.which-centre', { none: 'badge:apply.no-centre' }),
  choose('mentor', mentorOptions, 'badge:apply.which-mentor', { none: 'badge:apply.no-centre' }),
];
