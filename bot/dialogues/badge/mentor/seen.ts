// The participation that a button of the staff desk speaks of, for those who may read it. What a button carries is never
// trusted.
import { text } from '../../../../engine/kernel/message.ts';
import {
  type Participation,
  participationOf,
  seesParticipation,
} from '../../../../engine/programmes/badge/programme.ts';
import type { Outcome } from '../../../dialogue/step.ts';
import { menuButton } from '../../shared/endings.ts';
import type { BadgeTalk } from '../talk.ts';

/** `<participation>`, or `<participation>.<more>`. */
export const idIn = ({ argument }: BadgeTalk): string => argument.split('.')[0] ?? '';
export const moreIn = ({ argument }: BadgeTalk): string => argument.split('.')[1] ?? '';

export async function participationSeen(talk: BadgeTalk): Promise<Participation | undefined> {
  const id = idIn(talk);
  const found = id === '' ? null : await participationOf(talk.env, id).catch(() => null);
  if (!found || found.person === talk.actor.id) return undefined;
  return (await seesParticipation(talk.env, talk.actor, found)) ? found : undefined;
}

export const notAllowed = (): Outcome => ({
  texts: [text('common:reason.not-allowed')],
  buttons: [[menuButton()]],
  next: 'end',
});
