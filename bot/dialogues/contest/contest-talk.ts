// What the scripts of the contest share at both desks: the talk, and who speaks.
import { chatKey } from '../../../engine/kernel/chat.ts';
import { text } from '../../../engine/kernel/message.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import { type Edition, editionNow } from '../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import type { Outcome } from '../../dialogue/step.ts';
import type { Option } from '../../dialogue/steps/choose.ts';
import type { Talk } from '../../dialogue/talk.ts';

export type ContestTalk = Talk<EngineContext>;

export const onward: Outcome = { texts: [], next: 'on' };

export const personIn = ({ env, address }: ContestTalk) => personOfChat(env, chatKey(address));

/** @throws TypeError where none runs: the dialogue's first step sees to that */
export async function runningEdition({ env }: ContestTalk): Promise<Edition> {
  const edition = await editionNow(env);
  if (!edition) throw new TypeError('no edition of the contest runs');
  return edition;
}

/** The regions of the running edition to choose from. */
export const editionRegions = async (talk: ContestTalk): Promise<readonly Option[]> =>
  (await runningEdition(talk)).regions.map((code) => ({
    value: code,
    label: text('common:region', { code }),
  }));
