// Simulations of drafts on everyone there is: run in the background by the process that was asked, followed and cancelled
// through the database from any. Nothing is written but the simulation itself.
import Type from 'typebox';
import type { Command } from '../kernel/actor.ts';
import { SECOND, systemClock } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { derivedId } from '../kernel/ids.ts';
import { type Subject, simulate } from '../rules/rule-book.ts';
import { isDuplicate } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { collection, Instant, Json, nullable, oneOf } from '../store/model.ts';
import { actorName } from '../store/owned.ts';
import { refuseOthers } from './drafts.ts';
import { soundOnly } from './faults.ts';
import { baseBookOf, bookOf, type Reviewed } from './reviewed.ts';

export const simulationStates = ['running', 'done', 'cancelled', 'failed'] as const;

export const ruleSimulations = collection(
  'rule_simulations',
  Type.Object({
    _id: Type.String(),
    draft: Type.String(),
    /** Version of the draft that is simulated. */
    version: Type.Integer(),
    on: Type.String(),
    by: Type.String(),
    state: oneOf(simulationStates),
    /** People judged so far. */
    judged: Type.Integer(),
    result: nullable(Json),
    startedAt: Instant,
    /** Renewed while it runs: one that stands still was lost with its process. */
    aliveAt: Instant,
  }),
  [{ fields: { startedAt: 1 } }],
);
export type RuleSimulation = ReturnType<typeof ruleSimulations.check>;

/** Silence after which a simulation is taken to have died with its process. */
const LOST = 30 * SECOND;

export interface Simulated {
  readonly draft: string;
  readonly version: number;
  readonly reviewed: Reviewed;
  /** The legal date by which everyone is judged. */
  readonly on: string;
  readonly subjects: AsyncIterable<readonly Subject[]>;
  /** Hears of a failure that is a bug. */
  readonly failed: (error: unknown) => void;
}

/**
 * Starts a simulation, once for a command.
 * @returns its id, at once
 * @throws AppError `forbidden`; `invalid-input` with every fault of the draft
 */
export async function startSimulation(
  ctx: StoreContext,
  command: Command,
  wanted: Simulated,
): Promise<string> {
  refuseOthers(command.actor);
  const { draft, version, on } = wanted;
  const reviewed = soundOnly(wanted.reviewed);
  const after = bookOf(reviewed).compiled(reviewed.set, on);
  const before = baseBookOf(reviewed).compiled(reviewed.set, on);
  const id = derivedId(command.id);
  const now = systemClock.now();
  const fresh = { state: 'running' as const, judged: 0, result: null, startedAt: now, aliveAt: now };
  const document = { _id: id, draft, version, on, by: actorName(command.actor), ...fresh };
  try {
    await ruleSimulations.on(ctx.db).collection.insertOne(ruleSimulations.check(document) as never);
  } catch (error) {
    if (isDuplicate(error)) return id;
    throw error;
  }
  void run(ctx, id, { before, after, subjects: wanted.subjects }).catch(wanted.failed);
  return id;
}

class Cancelled extends Error {}

async function run(
  ctx: StoreContext,
  id: string,
  parts: Omit<Parameters<typeof simulate>[0], 'progress' | 'signal'>,
): Promise<void> {
  const aborting = new AbortController();
  const progress = async (judged: number) => {
    if (!(await note(ctx, id, { judged }))) aborting.abort(new Cancelled());
    aborting.signal.throwIfAborted();
  };
  try {
    const result = await simulate({ ...parts, progress, signal: aborting.signal });
    await note(ctx, id, { state: 'done', result, judged: result.all.total });
  } catch (error) {
    if (error instanceof Cancelled) return;
    await note(ctx, id, { state: 'failed' });
    throw error;
  }
}

/** @returns false when it was cancelled meanwhile */
async function note(ctx: StoreContext, id: string, fields: Partial<RuleSimulation>): Promise<boolean> {
  const set = { ...fields, aliveAt: systemClock.now() };
  const outcome = await ruleSimulations.on(ctx.db).updateOne({ _id: id, state: 'running' }, { $set: set });
  return outcome.matchedCount === 1;
}

/** As it stands; one whose process died is failed. @throws AppError `not-found` */
export async function simulationOf(ctx: StoreContext, draft: string, id: string): Promise<RuleSimulation> {
  const found = await ruleSimulations.on(ctx.db).findById(id).lean();
  if (!found || found.draft !== draft) throw new AppError('not-found', `no simulation ${id} of ${draft}`);
  const isLost = found.state === 'running' && systemClock.now().getTime() - found.aliveAt.getTime() > LOST;
  return { ...(found as RuleSimulation), ...(isLost && { state: 'failed' as const }) };
}

/** One that is over stays as it is. @throws AppError `forbidden`, `not-found` */
export async function cancelSimulation(
  ctx: StoreContext,
  command: Command,
  draft: string,
  id: string,
): Promise<void> {
  refuseOthers(command.actor);
  await simulationOf(ctx, draft, id);
  await note(ctx, id, { state: 'cancelled' });
}
