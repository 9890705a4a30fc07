// How the credit programme lets go of a person. What the law keeps stays under the meaningless id: amounts, dates and bank
// references of payouts, hours and academic credits that were granted; every free text goes.
import { type Command, systemActor } from '../../kernel/actor.ts';
import { ok, refused } from '../../kernel/result.ts';
import { change } from '../../store/command.ts';
import type { EngineContext } from '../context.ts';
import type { ErasingPart } from '../programme.ts';
import { recreditTakenBack } from './events.ts';
import { type CreditStudent, type Payout, payouts, type Recredit, recredits, students } from './store.ts';
import { transition } from './transitions.ts';
import { endWithoutConsent } from './use-cases/end-without-consent.ts';

const by = (what: string): Command => ({ id: `erase/${what}`, actor: systemActor });

const findStudent = (ctx: EngineContext, personId: string): Promise<CreditStudent | null> =>
  students.on(ctx.db).findById(personId).lean();

const payoutsOf = (ctx: EngineContext, studentId: string): Promise<readonly Payout[]> =>
  payouts.on(ctx.db).find({ studentId }).lean();

const recreditsOf = (ctx: EngineContext, studentId: string): Promise<readonly Recredit[]> =>
  recredits
    .on(ctx.db)
    .find({ studentId } as never)
    .lean();

export async function documentsOf(ctx: EngineContext, personId: string): Promise<readonly string[]> {
  const student = await findStudent(ctx, personId);
  if (!student) return [];
  const rights = student.credits.flatMap(({ id }) => [`credit_payouts/${id}`, `credit_recredits/${id}`]);
  return [`credit_students/${personId}`, ...rights];
}

export const erasing: ErasingPart = {
  /** Money that was ordered may be on its way: until it has arrived or come back, the account must be known. */
  async waitsFor(ctx, personId) {
    const student = await findStudent(ctx, personId);
    const ordered = await payoutsOf(ctx, personId);
    const settled = new Set(ordered.filter(({ state }) => !isUnderWay(state)).map(({ _id }) => _id));
    const due = student?.credits.filter(({ id, entitlement }) => entitlement && !settled.has(id)) ?? [];
    return due.map(({ entitlement }) => ({
      code: 'credit.payout-under-way',
      params: { amount: entitlement?.payoutTenge ?? 0, since: entitlement?.at.toISOString() ?? '' },
    }));
  },

  async end(ctx, personId) {
    await endWithoutConsent(ctx, by(`${personId}/running`), personId);
    for (const { _id } of await recreditsOf(ctx, personId)) await takeBack(ctx, _id);
  },

  async items(ctx, personId) {
    const student = await findStudent(ctx, personId);
    if (!student) return [];
    const entries = student.credits.flatMap((credit) => credit.entries.map(({ id }) => id));
    return [...student.interviews.map(({ id }) => id), ...student.credits.map(({ id }) => id), ...entries];
  },

  async counts(ctx, personId) {
    return (await findStudent(ctx, personId))?.credits.some(({ state }) => state === 'approved') ?? false;
  },

  async erase(ctx, personId) {
    if (await findStudent(ctx, personId)) {
      await change(ctx, students, personId, by(personId), (student) =>
        ok({ action: 'texts erased', set: withoutTexts(student), result: null }),
      );
    }
    const noReason = () => ok({ action: 'reason erased', set: { reason: null }, result: null });
    for (const { _id } of await payoutsOf(ctx, personId)) await change(ctx, payouts, _id, by(_id), noReason);
    for (const { _id } of await recreditsOf(ctx, personId))
      await change(ctx, recredits, _id, by(_id), noReason);
  },
};

/** Ordered, and neither arrived nor come back. */
const isUnderWay = (state: Payout['state']): boolean => state !== 'paid' && state !== 'failed';

/** The request is taken back: nobody is left to be re-credited, and a late decision finds nothing to decide. */
async function takeBack(ctx: EngineContext, creditId: string): Promise<void> {
  await change(ctx, recredits, creditId, by(`${creditId}/request`), ({ state, studentId }) => {
    if (state !== 'requested') return refused('common.already-done');
    return ok({
      action: 're-credit request taken back',
      set: { state: 'available', requestedAt: null },
      events: [recreditTakenBack({ student: studentId, credit: creditId })],
      result: null,
      details: transition('recredit', creditId, state, 'available'),
    });
  });
}

function withoutTexts({ interviews, credits }: CreditStudent): Pick<CreditStudent, 'interviews' | 'credits'> {
  return {
    interviews: interviews.map((each) => ({ ...each, reason: null })),
    credits: credits.map((credit) => ({
      ...credit,
      entries: credit.entries.map((entry) => ({ ...entry, what: '', media: [], reason: null })),
      report: credit.report && { ...credit.report, text: '', media: [], comment: null },
    })),
  };
}
