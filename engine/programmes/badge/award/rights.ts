// Who has to do with nominations: the head of the centre who proposes, the commission's members in office, its secretary, the
// operator. Nobody decides on themselves.
import { isSecretary, seatOf } from '../../../commissions/rights.ts';
import type { Commission } from '../../../commissions/store.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { isHeadOf, isOperator } from '../rights.ts';
import type { Award } from './store.ts';

export const isMember = (actor: Actor, commission: Commission | null): boolean =>
  commission !== null && seatOf(actor, commission) !== undefined;

/** Sees nominees: they and nobody else (B-118). */
export const maySeeNominees = (actor: Actor, commission: Commission | null): boolean =>
  isMember(actor, commission) || isOperator(actor) || (commission !== null && isSecretary(actor, commission));

export const maySee = (
  actor: Actor,
  award: Pick<Award, 'person' | 'centre'>,
  commission: Commission | null,
): boolean => maySeeNominees(actor, commission) || isHeadOf(actor, award) || actor.id === award.person;
