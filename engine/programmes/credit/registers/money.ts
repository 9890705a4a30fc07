// The registers of payouts (operators, the Financial Centre) and re-credits (operators, the university's registrar).
import { trusted } from 'mongoose';
import { type Actor, type Command, holds } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { covers, reachesNowhere, type Span, spanOrOperator } from '../../../kernel/span.ts';
import { noteOnPerson } from '../../../people/note.ts';
import { people } from '../../../people/store.ts';
import { type Page, type PageRequest, pageOf } from '../../../store/page.ts';
import type { EngineContext } from '../../context.ts';
import { type Payout, payouts, type Recredit, recredits } from '../store.ts';
import { namesOf } from './rows.ts';

export interface PayoutSearch {
  readonly state?: Payout['state'];
  readonly student?: string;
  readonly organisation?: string;
}

export type OfStudent<T> = T & { readonly student: { readonly id: string; readonly name: string } };

/** Oldest order first. @throws AppError `forbidden` */
export async function payoutsSeenBy(
  ctx: EngineContext,
  actor: Actor,
  { state, student, organisation }: PayoutSearch,
  page: PageRequest,
): Promise<Page<OfStudent<Payout>>> {
  refuseForeignMoney(actor);
  const filter = {
    ...(state && { state }),
    ...(student && { studentId: student }),
    ...(organisation && { organisationId: organisation }),
  };
  const found = await pageOf(ctx, payouts, filter, { by: 'orderedAt', of: 'instant' }, page);
  return { items: await withStudents(ctx, found.items), next: found.next };
}

/** @throws AppError `forbidden`, `not-found` */
export async function payoutSeenBy(ctx: EngineContext, actor: Actor, id: string): Promise<OfStudent<Payout>> {
  refuseForeignMoney(actor);
  const found = await payouts.on(ctx.db).findById(id).lean();
  const [payout] = found ? await withStudents(ctx, [found as Payout]) : [];
  if (!payout) throw new AppError('not-found', `payout ${id} does not exist`);
  return payout;
}

/**
 * The account to pay to, opened for the Financial Centre only; that it was read stands in the student's audit chain
 * before it is given. @returns null for anyone else, and when no account is known
 */
export async function accountOfPayout(
  ctx: EngineContext,
  command: Command,
  payout: Payout,
): Promise<string | null> {
  if (!holds(command.actor, 'financial-centre', 'all')) return null;
  const person = await people.on(ctx.db).findById(payout.studentId, { sealedIban: 1 }).lean();
  if (!person?.sealedIban) return null;
  await noteOnPerson(ctx, command, payout.studentId, 'account read', { payout: payout._id });
  return ctx.sealer.open(person.sealedIban);
}

export interface RecreditSearch {
  readonly state?: Recredit['state'];
  readonly university?: string;
}

/** Oldest right first. @throws AppError `forbidden` */
export async function recreditsSeenBy(
  ctx: EngineContext,
  actor: Actor,
  { state, university }: RecreditSearch,
  page: PageRequest,
): Promise<Page<OfStudent<Recredit>>> {
  const span = universitiesSeenBy(actor);
  const filter = {
    $and: [
      { ...(state && { state }), ...(university && { universityId: university }) },
      span === 'all' ? {} : { universityId: trusted({ $in: [...span] }) },
    ],
  };
  const found = await pageOf(ctx, recredits, filter, { by: 'createdAt', of: 'instant' }, page);
  return { items: await withStudents(ctx, found.items), next: found.next };
}

/** @throws AppError `forbidden`; `not-found` also for a student of another university */
export async function recreditSeenBy(
  ctx: EngineContext,
  actor: Actor,
  id: string,
): Promise<OfStudent<Recredit>> {
  const span = universitiesSeenBy(actor);
  const found = (await recredits.on(ctx.db).findById(id).lean()) as Recredit | null;
  const [recredit] = found && covers(span, found.universityId) ? await withStudents(ctx, [found]) : [];
  if (!recredit) throw new AppError('not-found', `re-credit ${id} is not to be seen`);
  return recredit;
}

function universitiesSeenBy(actor: Actor): Span {
  const span = spanOrOperator(actor, ['registrar'], 'university');
  if (reachesNowhere(span)) throw new AppError('forbidden', `${actor.id} sees no re-credits`);
  return span;
}

function refuseForeignMoney(actor: Actor): void {
  const may = holds(actor, 'operator', 'all') || holds(actor, 'financial-centre', 'all');
  if (!may) throw new AppError('forbidden', `${actor.id} sees no payouts`);
}

async function withStudents<T extends { readonly studentId: string }>(
  ctx: EngineContext,
  found: readonly T[],
): Promise<readonly OfStudent<T>[]> {
  const names = await namesOf(
    ctx,
    found.map((each) => each.studentId),
  );
  return found.map((each) => ({
    ...each,
    student: { id: each.studentId, name: names.get(each.studentId) ?? '' },
  }));
}
