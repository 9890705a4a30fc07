// Who may act in a case of the credit programme. Nobody confirms their own work.
import { type Actor, holds } from '../../kernel/actor.ts';
import { type Refused, refused } from '../../kernel/result.ts';
import { organisationScope } from '../../organisations/accreditation.ts';

/** Coordinators (curators) run interviews and confirm hours; by default the head is one, too. */
export const mayCoordinate = (actor: Actor, organisationId: string): boolean =>
  holds(actor, 'coordinator', organisationScope(organisationId)) || mayHead(actor, organisationId);

export const mayHead = (actor: Actor, organisationId: string): boolean =>
  holds(actor, 'head', organisationScope(organisationId));

/** A refusal unless the actor coordinates at the organisation and is not the student. */
export function refuseCoordinator(actor: Actor, organisationId: string, studentId: string): Refused | null {
  return mayCoordinate(actor, organisationId) && actor.id !== studentId
    ? null
    : refused('common.not-allowed');
}

/** A refusal unless the actor heads the organisation and is not the student. */
export function refuseHead(actor: Actor, organisationId: string, studentId: string): Refused | null {
  return mayHead(actor, organisationId) && actor.id !== studentId ? null : refused('common.not-allowed');
}
