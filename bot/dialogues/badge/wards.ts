// A legal representative sees how their own wards stand, and no other child (B-56).
import { naming } from '../../../engine/kernel/about.ts';
import { type Text, text } from '../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { goButton, say } from '../../dialogue/steps/call.ts';
import { endingWith, menuButton } from '../shared/endings.ts';
import { wardParticipations } from './mine.ts';
import { stateText } from './state-text.ts';
import type { BadgeTalk } from './talk.ts';

export const wards: Dialogue<EngineContext> = dialogue('badge.wards', { version: 1 }, [
  say('show', async (talk: BadgeTalk) => {
    const all = await wardParticipations(talk);
    const texts: Text[] = [];
    for (const { id, name, all: each } of all)
      for (const participation of each)
        texts.push(naming(text('badge:ward.name', { name }), id), await stateText(talk, participation));
    const unsigned = all.flatMap((ward) =>
      ward.all.filter(({ state, agreement }) => state === 'applied' && agreement.guardian === null),
    );
    const sign = unsigned.map(({ _id }) => goButton('badge:button.sign', 'badge.sign-ward', _id));
    const shown = texts.length > 0 ? texts : [text('badge:ward.none')];
    const consents = goButton('guardian:button.wards', 'guardian.wards');
    return endingWith(shown, ...sign, consents, menuButton());
  }),
]);
