// Ways into the journals of participants, for the menu and the cards of the staff desk.
import { scopesOf } from '../../../../engine/kernel/actor.ts';
import type { Button } from '../../../../engine/kernel/message.ts';
import type { TextParams } from '../../../../engine/kernel/result.ts';
import type { Participation } from '../../../../engine/programmes/badge/programme.ts';
import { goButton } from '../../../dialogue/steps/call.ts';
import type { BadgeTalk } from '../talk.ts';

export const button = (label: string, go: string, argument = '', params?: TextParams): Button =>
  goButton(`badge-mentor:button.${label}`, go, argument, params);

/** States in which there is a journal to read. */
const journaled = ['active', 'complete', 'nominated', 'awarded', 'not-awarded', 'expired'];

export const journalOf = ({ _id, state }: Participation): readonly Button[] =>
  journaled.includes(state) ? [button('journal', 'badge.journal-of', _id)] : [];

/** Whoever has participants beneath them sees how they stand. */
export const overviewButtons = ({ actor }: BadgeTalk): readonly Button[] =>
  (['mentor', 'expert', 'regional-coordinator', 'operator'] as const).some(
    (role) => scopesOf(actor, role).length > 0,
  )
    ? [button('overview', 'badge.overview'), button('desk', 'badge.desk')]
    : [];
