// What the tiny programme brings to the staff desk: its leaders say that a walk is over.
import type { DeskPart } from '../../../../../bot/dialogues/desk-part.ts';
import { errand } from '../../../../../bot/dialogues/shared/reviews/decide.ts';
import { text } from '../../../../../engine/kernel/message.ts';
import { endWalk } from '../../../engine/programmes/tiny/programme.ts';

export const part: DeskPart = {
  dialogues: [errand({ id: 'tiny.end', kind: 'walk', decide: endWalk })],
  introduction: () => ({ texts: [text('tiny:welcome')], rows: [] }),
  menu: async ({ actor }) => {
    const taking = actor.grants.some(({ role }) => role === 'walk-leader');
    return { taking, texts: taking ? [text('tiny:role.leader')] : [], rows: [] };
  },
};
