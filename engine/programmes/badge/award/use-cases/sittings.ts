// A sitting of the award commission: opened over everyone who was interviewed, closed case by case, concluded with a protocol.
import { trusted } from 'mongoose';
import { casesOf } from '../../../../commissions/store.ts';
import { addCase } from '../../../../commissions/use-cases/add-case.ts';
import { closeCase } from '../../../../commissions/use-cases/close-case.ts';
import { concludeSitting } from '../../../../commissions/use-cases/conclude-sitting.ts';
import { openSitting } from '../../../../commissions/use-cases/open-sitting.ts';
import { type Command, systemActor } from '../../../../kernel/actor.ts';
import { type Reason, type Result, refused, refusedFor } from '../../../../kernel/result.ts';
import type { EngineContext } from '../../../context.ts';
import { centreScope } from '../../store.ts';
import { currentCommission, openSittingOf } from '../commission.ts';
import { questions } from '../rule.ts';
import { type Award, awardOf, awards } from '../store.ts';

/** @returns the sitting's id */
export async function openAwardSitting(ctx: EngineContext, command: Command): Promise<Result<string>> {
  const commission = await currentCommission(ctx);
  if (!commission) return refused('badge-award.no-commission');
  if (await openSittingOf(ctx)) return refused('badge-award.sitting-open');
  const waiting = await interviewed(ctx);
  if (waiting.length === 0) return refused('badge-award.nobody-interviewed');
  const opened = await openSitting(ctx, command, commission._id);
  if (!opened.ok) return opened;
  for (const award of waiting) await putUp(ctx, award, opened.value);
  return opened;
}

const interviewed = async (ctx: EngineContext): Promise<readonly Award[]> =>
  awards
    .on(ctx.db)
    .find({ state: trusted({ $eq: 'interviewed' }) } as never)
    .sort({ nominatedAt: 1 })
    .lean() as unknown as Promise<Award[]>;

/** An interview was held while the commission sits: its nominee is decided with the others. */
export async function putUpLate(ctx: EngineContext, awardId: string): Promise<void> {
  const sitting = await openSittingOf(ctx);
  const award = await awardOf(ctx, awardId);
  if (sitting && award.state === 'interviewed') await putUp(ctx, award, sitting._id);
}

/** Only who was interviewed comes before the commission: an award without an interview cannot be decided. */
async function putUp(ctx: EngineContext, award: Award, sitting: string): Promise<void> {
  const { _id, person, mentor, centre } = award;
  const connections = [`person:${person}`, `person:${mentor}`, centreScope(centre)];
  for (const question of questions) {
    const command: Command = { id: `badge-award/${sitting}/${question}/${_id}`, actor: systemActor };
    await addCase(ctx, command, sitting, { subject: _id, question, connections, facts: [] });
  }
}

/** Closes every case that can be, and concludes once none is open. @returns the number of the protocol */
export async function concludeAwardSitting(ctx: EngineContext, command: Command): Promise<Result<number>> {
  const sitting = await openSittingOf(ctx);
  if (!sitting) return refused('badge-award.no-sitting');
  const left: Reason[] = [];
  for (const { _id, state } of await casesOf(ctx, sitting._id)) {
    if (state !== 'open') continue;
    const closed = await closeCase(ctx, { ...command, id: `${command.id}/${_id}` }, _id);
    if (!closed.ok) left.push(...closed.reasons);
  }
  if (left.length > 0) return refusedFor(distinct(left));
  return concludeSitting(ctx, command, sitting._id);
}

/** Two questions on several nominees fail for the same reason. */
const distinct = (reasons: readonly Reason[]): readonly Reason[] => [
  ...new Map(reasons.map((each) => [JSON.stringify(each), each])).values(),
];
