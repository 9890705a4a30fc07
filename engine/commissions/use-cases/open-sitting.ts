// The secretary opens a sitting. Only a lawfully composed commission sits.
import type { Command } from '../../kernel/actor.ts';
import { derivedId } from '../../kernel/ids.ts';
import { ok, type Result, refused, refusedFor } from '../../kernel/result.ts';
import { create } from '../../store/command.ts';
import type { StoreContext } from '../../store/context.ts';
import { actorName } from '../../store/owned.ts';
import { compositionFaults, inOffice } from '../composition.ts';
import { sittingOpened } from '../events.ts';
import { isSecretary } from '../rights.ts';
import { commissionOf, sittings } from '../store.ts';

/** @returns the sitting's id: the same for a repeat of the command */
export async function openSitting(
  ctx: StoreContext,
  command: Command,
  commissionId: string,
): Promise<Result<string>> {
  const commission = await commissionOf(ctx, commissionId);
  if (!isSecretary(command.actor, commission)) return refused('common.not-allowed');
  const id = derivedId(`${commissionId}/${command.id}`);
  const isBegun = await sittings.on(ctx.db).exists({ _id: id });
  const faults = isBegun ? [] : compositionFaults(commission.rule, commission);
  if (faults.length > 0) return refusedFor(faults);
  const made = await create(ctx, sittings, id, command, {
    action: 'sitting opened',
    set: {
      ...{ commission: commissionId, state: 'open' },
      openedBy: actorName(command.actor),
      openedAt: ctx.clock.now(),
      openedWith: inOffice(commission.members).map(({ person, kind }) => ({ person, kind })),
      ...{ docket: [], reopenings: [], conclusions: [] },
    },
    events: [sittingOpened({ commission: commissionId, sitting: id })],
    result: id,
    // Which composition was found lawful.
    details: { commission: commissionId, version: commission.v },
  });
  return made.created ? ok(made.result) : refused('common.already-done');
}
