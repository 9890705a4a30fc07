// Who may act in a participation, and who may see it. Default deny: whoever is not named here sees nothing.
import { type Actor, holds } from '../../kernel/actor.ts';
import { type Refused, refused } from '../../kernel/result.ts';
import { centreScope, type Participation } from './store.ts';

type Placed = Pick<Participation, 'person' | 'mentor' | 'centre' | 'region'>;

/** The participant's own mentor, as long as they hold the role in that centre. Nobody mentors themselves. */
export const isMentorOf = (actor: Actor, { person, mentor, centre }: Placed): boolean =>
  actor.id === mentor && actor.id !== person && holds(actor, 'mentor', centreScope(centre));

export const isHeadOf = (actor: Actor, { person, centre }: Pick<Placed, 'person' | 'centre'>): boolean =>
  actor.id !== person && holds(actor, 'centre-head', centreScope(centre));

export const isCoordinatorOf = (actor: Actor, { region }: Pick<Placed, 'region'>): boolean =>
  holds(actor, 'regional-coordinator', `region:${region}`);

export const isOperator = (actor: Actor): boolean => holds(actor, 'operator', 'all');

/** A refusal unless the actor is the participant's mentor (B-58, B-65). */
export const refuseOtherMentor = (actor: Actor, placed: Placed): Refused | null =>
  isMentorOf(actor, placed) ? null : refused('common.not-allowed');
