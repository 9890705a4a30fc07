// Somebody says of which college they are. The roster confirms it at once; where it does not know them, the college's
// responsible person does.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { people } from '../../../people/store.ts';
import { colleges } from '../../../reference/colleges.ts';
import { entryOf } from '../../../reference/entries.ts';
import { change, create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { editionOf } from '../editions/edition.ts';
import { refusedAs } from '../reason.ts';
import { electorAsked, electorConfirmed } from './events.ts';
import { rosterId } from './import-roster.ts';
import { personHash } from './likeness.ts';
import { type Elector, electorId, electors, rosters, type Standing } from './store.ts';

export interface ElectorWish {
  readonly edition: string;
  readonly college: string;
  readonly standing: Standing;
}

/** What they are by now. A refusal may be followed by another wish; a confirmation is for the edition. */
export async function joinElectorate(
  ctx: EngineContext,
  command: Command,
  { edition: editionId, college, standing }: ElectorWish,
): Promise<Result<Elector['state']>> {
  const { id: person, kind } = command.actor;
  if (kind !== 'person') return refused('common.not-allowed');
  const edition = await editionOf(ctx, editionId);
  const { region } = (await entryOf(ctx, colleges, college)).entry;
  const isKnown = await claimLine(ctx, command, { edition: edition._id, college, standing });
  const state = isKnown ? ('confirmed' as const) : ('asked' as const);
  const id = electorId(edition._id, person);
  const wish = { college, region, standing, state, by: isKnown ? 'roster' : null, askedAt: ctx.clock.now() };
  const announced = (isKnown ? electorConfirmed : electorAsked)({ elector: id, person, college });
  const first = {
    action: 'elector asked',
    set: { edition: edition._id, person, ...wish },
    events: [announced],
    result: state,
  };
  const made = await create(ctx, electors, id, command, first);
  if (made.created) return ok(made.result);
  return change(ctx, electors, id, command, (found) => {
    if (found.state === 'confirmed') return refusedAs('elector-already');
    return ok({ action: 'elector asked again', set: wish, events: [announced], result: state });
  });
}

/** The person's own line of the roster, which is theirs from then on. */
async function claimLine(ctx: EngineContext, command: Command, { edition, college, standing }: ElectorWish) {
  const person = await people.on(ctx.db).findById(command.actor.id, { name: 1, birthDate: 1 }).lean();
  if (!person?.birthDate) return false;
  const id = rosterId(edition, college, personHash(ctx.sealer, person.name, person.birthDate));
  if (!(await rosters.on(ctx.db).exists({ _id: id, standing }))) return false;
  const claimed = await change(
    ctx,
    rosters,
    id,
    { ...command, id: `${command.id}/claim` },
    ({ claimedBy }) =>
      claimedBy === null || claimedBy === command.actor.id
        ? ok({ action: 'roster line claimed', set: { claimedBy: command.actor.id }, result: true })
        : refused('common.already-done'),
  );
  return claimed.ok;
}
