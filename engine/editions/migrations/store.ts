// Migrations of enrolled people to the rules of another day. Written by this folder only.
import Type from 'typebox';
import { AppError } from '../../kernel/errors.ts';
import type { StoreContext } from '../../store/context.ts';
import { collection, Instant, Json, nullable, oneOf } from '../../store/model.ts';
import { outboxIndex, owned } from '../../store/owned.ts';

export const migrationStates = ['draft', 'submitted', 'approved', 'applied', 'withdrawn'] as const;

const Step = Type.Object({ by: Type.String(), at: Instant });

export const ruleMigrations = collection(
  'rule_migrations',
  owned({
    set: Type.String(),
    /** The day whose rules hold for them from then on; null: of the day on which each began. */
    to: nullable(Type.String()),
    /** Only those under the rules of a day before this one; everyone where it is null. */
    before: nullable(Type.String()),
    reason: Type.String(),
    state: oneOf(migrationStates),
    author: Type.String(),
    /** What it would do to whom, judged before it was submitted. */
    simulated: nullable(Json),
    simulatedAt: nullable(Instant),
    submitted: nullable(Step),
    approved: nullable(Step),
    carriedOut: nullable(Step),
    /** How many the run that ended it moved. */
    moved: nullable(Type.Integer({ minimum: 0 })),
    createdAt: Instant,
  }),
  [outboxIndex, { fields: { set: 1, createdAt: -1, _id: -1 } }],
);
export type RuleMigration = ReturnType<typeof ruleMigrations.check>;

/** @throws AppError `not-found`, also for a migration of another set */
export async function migrationOf(ctx: StoreContext, set: string, id: string): Promise<RuleMigration> {
  const found = await ruleMigrations.on(ctx.db).findById(id).lean();
  if (found && found.set === set) return found as RuleMigration;
  throw new AppError('not-found', `no migration ${id} of ${set}`);
}
