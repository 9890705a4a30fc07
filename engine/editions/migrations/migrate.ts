// A migration from its draft to its end: simulated, submitted, approved by another hand, carried out; undone by another migration.
import { isSameHand } from '../../access/same-hand.ts';
import type { Command } from '../../kernel/actor.ts';
import { isLocalDate } from '../../kernel/calendar.ts';
import { AppError } from '../../kernel/errors.ts';
import { derivedId } from '../../kernel/ids.ts';
import { ok, type Result, refused } from '../../kernel/result.ts';
import { change, create } from '../../store/command.ts';
import { actorName } from '../../store/owned.ts';
import { step } from '../approval.ts';
import { refuseOthers } from '../drafts.ts';
import type { Enrolment } from './enrolment.ts';
import { dayAfter, selected } from './selected.ts';
import { type RulesContext, simulateMigration } from './simulate.ts';
import { migrationOf, type RuleMigration, ruleMigrations } from './store.ts';

export interface NewMigration {
  readonly to: string | null;
  readonly before: string | null;
  readonly reason: string;
}

/** @returns its id, the same for a repeat. @throws AppError `forbidden`; `invalid-input` for a day that no version holds on */
export async function openMigration<C extends RulesContext>(
  ctx: C,
  command: Command,
  { set }: Enrolment<C>,
  { to, before, reason }: NewMigration,
): Promise<Result<string>> {
  refuseOthers(command.actor);
  for (const [name, day] of Object.entries({ to, before })) refuseNoDay(name, day);
  if (to !== null) ctx.rules.version(set, to);
  const id = derivedId(command.id);
  const fresh = {
    ...{ set, to, before, reason, state: 'draft' as const, author: actorName(command.actor) },
    ...{ simulated: null, simulatedAt: null, submitted: null, approved: null, carriedOut: null },
    ...{ moved: null, createdAt: ctx.clock.now() },
  };
  const details = { set, to, before };
  await create(ctx, ruleMigrations, id, command, {
    ...{ action: 'rule migration opened', set: fresh, details, result: id },
  });
  return ok(id);
}

/** Judges everyone whom it would move, and keeps what came of it. */
export async function tryMigration<C extends RulesContext>(
  ctx: C,
  command: Command,
  enrolment: Enrolment<C>,
  id: string,
): Promise<Result<string>> {
  refuseOthers(command.actor);
  const found = await migrationOf(ctx, enrolment.set, id);
  const simulated = await simulateMigration(ctx, enrolment, found);
  return change(ctx, ruleMigrations, id, command, ({ state }) =>
    state === 'draft'
      ? ok({
          action: 'rule migration simulated',
          set: { simulated: JSON.parse(JSON.stringify(simulated)), simulatedAt: ctx.clock.now() },
          result: id,
        })
      : refused('rules.migration-not-open'),
  );
}

export function submitMigration(ctx: RulesContext, command: Command, id: string): Promise<Result<string>> {
  refuseOthers(command.actor);
  return change(ctx, ruleMigrations, id, command, ({ state, simulated }) => {
    if (state !== 'draft') return refused('rules.migration-not-open');
    if (simulated === null) return refused('rules.migration-not-simulated');
    const set = { state: 'submitted' as const, submitted: step(ctx, command) };
    return ok({ action: 'rule migration submitted', set, result: id });
  });
}

/** @param seen the version that the approver has before them. @throws AppError `version-conflict` */
export function approveMigration(
  ctx: RulesContext,
  command: Command,
  id: string,
  seen: number,
): Promise<Result<string>> {
  refuseOthers(command.actor);
  return change(ctx, ruleMigrations, id, command, async (found) => {
    if (found.v !== seen)
      throw new AppError('version-conflict', `migration ${id} is at ${found.v}, not at ${seen}`);
    if (found.state !== 'submitted') return refused('rules.migration-not-submitted');
    for (const hand of handsOf(found))
      if (await isSameHand(ctx, actorName(command.actor), hand)) return refused('rules.own-draft');
    const set = { state: 'approved' as const, approved: step(ctx, command) };
    return ok({ action: 'rule migration approved', set, result: id });
  });
}

const handsOf = ({ author, submitted }: RuleMigration): readonly string[] => [
  ...new Set([author, ...(submitted ? [submitted.by] : [])]),
];

export function withdrawMigration(ctx: RulesContext, command: Command, id: string): Promise<Result<string>> {
  refuseOthers(command.actor);
  return change(ctx, ruleMigrations, id, command, ({ state }) =>
    state === 'applied' || state === 'withdrawn'
      ? refused('rules.migration-not-open')
      : ok({ action: 'rule migration withdrawn', set: { state: 'withdrawn' as const }, result: id }),
  );
}

/** Moves everyone, each once: broken off, it is carried on with by whoever asks again. @returns how many this run moved */
export async function applyMigration<C extends RulesContext>(
  ctx: C,
  command: Command,
  enrolment: Enrolment<C>,
  id: string,
): Promise<Result<number>> {
  refuseOthers(command.actor);
  await migrationOf(ctx, enrolment.set, id);
  return change(ctx, ruleMigrations, id, command, async (now) => {
    if (now.state !== 'approved') return refused('rules.migration-not-approved');
    const moved = await moveAll(ctx, command, enrolment, now);
    const set = { state: 'applied' as const, carriedOut: step(ctx, command), moved };
    return ok({ action: 'rule migration applied', set, details: { moved }, result: moved });
  });
}

async function moveAll<C extends RulesContext>(
  ctx: C,
  { actor }: Command,
  enrolment: Enrolment<C>,
  migration: RuleMigration,
): Promise<number> {
  let moved = 0;
  for await (const batch of selected(ctx, enrolment, migration))
    for (const each of batch) {
      const own = { id: `migration/${migration._id}/${each.id}`, actor };
      if ((await enrolment.move(ctx, own, each, dayAfter(migration, each))).ok) moved += 1;
    }
  return moved;
}

function refuseNoDay(name: string, day: string | null): void {
  if (day === null || isLocalDate(day)) return;
  const hint = 'give a date of the calendar as YYYY-MM-DD';
  throw new AppError('invalid-input', `${day} is no day`, [{ pointer: `/${name}`, value: day, hint }]);
}
