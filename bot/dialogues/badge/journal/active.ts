// Whose journal it is: the participation of the person who talks, as far as it has a journal.

import type { Button } from '../../../../engine/kernel/message.ts';
import type { TextParams } from '../../../../engine/kernel/result.ts';
import { type Participation, underWayOf } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { EffectStep, Outcome } from '../../../dialogue/step.ts';
import { say } from '../../../dialogue/steps/call.ts';
import type { Talk } from '../../../dialogue/talk.ts';
import { menuButton, wordsOf } from '../../shared/endings.ts';

export type JournalTalk = Talk<EngineContext>;

const words = wordsOf((name) => `badge-journal:${name}`);
export const { button } = words;

/** The participation whose journal is kept now; undefined before activation and after the end. */
export async function activeOf({ env, actor }: JournalTalk): Promise<Participation | undefined> {
  const found = await underWayOf(env, actor.id);
  return found?.state === 'active' ? found : undefined;
}

export const ending = (key: string, params: TextParams, ...buttons: readonly Button[]): Outcome =>
  words.ending(key, params, ...buttons, menuButton());

/** The first step of whatever needs a journal. */
export const activeOnly: EffectStep<EngineContext> = say('active-only', async (talk) =>
  (await activeOf(talk)) ? { texts: [], next: 'on' } : ending('reason.not-active', {}),
);
