// The first step of what only somebody who is registered may do: leads everyone else to the menu, which says how to join.
import { chatKey } from '../../../engine/kernel/chat.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import type { EffectStep } from '../../dialogue/step.ts';
import { say } from '../../dialogue/steps/call.ts';

export const knownOnly: EffectStep<EngineContext> = say('known-only', async (talk) =>
  (await personOfChat(talk.env, chatKey(talk.address)))
    ? { texts: [], next: 'on' }
    : { texts: [], next: { go: 'menu' } },
);
