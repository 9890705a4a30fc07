// An operator announces something to many. Nothing is sent here: feed-broadcasts.ts hands it over little by little.
import { type Actor, type Command, holds } from '../../kernel/actor.ts';
import { AppError, type ErrorDetail } from '../../kernel/errors.ts';
import { derivedId } from '../../kernel/ids.ts';
import { regionOf } from '../../kernel/regions.ts';
import { ok, type Result, refused } from '../../kernel/result.ts';
import { universities } from '../../reference/universities.ts';
import { change, create } from '../../store/command.ts';
import type { StoreContext } from '../../store/context.ts';
import { broadcastCancelled } from './events.ts';
import { type Broadcast, broadcasts } from './store.ts';

export type NewBroadcast = Pick<Broadcast, 'words' | 'audience'>;

/** @throws AppError `forbidden` for anyone but an operator */
export function refuseOthers(actor: Actor): void {
  if (!holds(actor, 'operator', 'all')) throw new AppError('forbidden', 'broadcasts are for operators');
}

/**
 * @returns the broadcast's id: the same for a repeat of the command
 * @throws AppError `forbidden` for anyone but an operator; `invalid-input` for an audience that cannot be
 */
export async function createBroadcast(
  ctx: StoreContext,
  command: Command,
  { words, audience }: NewBroadcast,
): Promise<Result<string>> {
  refuseOthers(command.actor);
  await refuseNowhere(ctx, audience);
  const id = derivedId(command.id);
  const fresh = {
    state: 'sending' as const,
    after: '',
    handedOver: 0,
    createdAt: ctx.clock.now(),
    endedAt: null,
  };
  const set = { words, audience, ...fresh };
  await create(ctx, broadcasts, id, command, {
    ...{ action: 'broadcast created', set, details: { audience }, result: id },
  });
  return ok(id);
}

/** A mistyped audience would be announced to nobody, and look as if it had been. */
async function refuseNowhere(
  ctx: StoreContext,
  { region, university }: Broadcast['audience'],
): Promise<void> {
  const faults: ErrorDetail[] = [];
  if (region !== null && !regionOf(region))
    faults.push({
      pointer: '/audience/region',
      value: region,
      hint: 'give a code that GET /v1/regions lists',
    });
  if (university !== null && !(await universities.on(ctx.db).exists({ _id: university })))
    faults.push({
      pointer: '/audience/university',
      value: university,
      hint: 'give the id of a university that GET /v1/universities lists',
    });
  if (faults.length > 0) throw new AppError('invalid-input', 'a broadcast to nowhere', faults);
}

/** Nobody else gets it; what has been sent stays. @throws AppError `not-found` */
export async function cancelBroadcast(
  ctx: StoreContext,
  command: Command,
  id: string,
): Promise<Result<string>> {
  refuseOthers(command.actor);
  return change(ctx, broadcasts, id, command, ({ state }) => {
    if (state === 'cancelled') return refused('common.already-done');
    const set = { state: 'cancelled' as const, endedAt: ctx.clock.now() };
    const events = [broadcastCancelled({ broadcast: id })];
    return ok({ action: 'broadcast cancelled', set, events, result: id });
  });
}
