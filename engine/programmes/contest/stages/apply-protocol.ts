// What follows for the nominees from a protocol, and from its being taken up again. Idempotent: done by whoever concludes, and
// once more on the event, for what broke off in between.
import { type Conclusion, commissionOf, sittingOf } from '../../../commissions/store.ts';
import { systemActor } from '../../../kernel/actor.ts';
import { ok, refused } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import { freeSeat } from '../../../store/seats.ts';
import type { EngineContext } from '../../context.ts';
import { nominationChosen, nominationNotPassed, nominationReserved } from '../events.ts';
import { passByProtocol } from '../regions/pass.ts';
import { regionSeats } from '../seats.ts';
import type { NominationState } from '../states.ts';
import { type Nomination, nominations, type Placing } from '../store.ts';
import { transition } from '../transitions.ts';
import { placeOf } from './commission.ts';

type Outcome = Conclusion['outcomes'][number];

/** Moves the nominees of a concluded sitting by its newest protocol. Those of another sitting of the contest stay. */
export async function applyProtocol(ctx: EngineContext, sittingId: string): Promise<void> {
  const { commission, state, conclusions } = await sittingOf(ctx, sittingId);
  const conclusion = conclusions.at(-1);
  if (state !== 'concluded' || !conclusion) return;
  const { stage } = placeOf((await commissionOf(ctx, commission))._id);
  const protocol = `${sittingId}/${conclusion.number}`;
  for (const outcome of byRank(conclusion.outcomes)) {
    const placing = placingOf(sittingId, conclusion, outcome);
    if (stage === 'college') await atCollege(ctx, protocol, outcome.subject, placing);
    else await inRegion(ctx, protocol, outcome.subject, placing);
  }
}

/** The best first: should seats be short, they are theirs. Withdrawn cases decide nothing. */
const byRank = (outcomes: readonly Outcome[]): readonly Outcome[] =>
  outcomes.filter(({ outcome }) => outcome !== 'withdrawn').sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));

const placingOf = (sitting: string, { number, at }: Conclusion, { rank, outcome }: Outcome): Placing => ({
  ...{ sitting, protocol: number, rank, at },
  awarded: outcome === 'awarded',
});

async function atCollege(ctx: EngineContext, protocol: string, id: string, placing: Placing): Promise<void> {
  const to = placing.awarded ? ('chosen' as const) : ('reserve' as const);
  const announce = placing.awarded ? nominationChosen : nominationReserved;
  await change(ctx, nominations, id, by('chosen', protocol, id), ({ state, person, placings }) =>
    state === 'at-college'
      ? ok({
          action: `nomination ${to}`,
          set: { state: to, placings: { ...placings, college: placing } },
          events: [announce({ nomination: id, person })],
          result: null,
          details: transition(id, state, to),
        })
      : refused(`contest.nomination-is-${state}`),
  );
}

async function inRegion(ctx: EngineContext, protocol: string, id: string, placing: Placing): Promise<void> {
  await change(ctx, nominations, id, by('placed', protocol, id), ({ state, person, placings }) => {
    if (state !== 'at-region') return refused(`contest.nomination-is-${state}`);
    const isLeft = !placing.awarded;
    return ok({
      action: isLeft ? 'nomination not-passed' : 'nomination placed',
      set: {
        placings: { ...placings, region: placing },
        ...(isLeft && { state: 'not-passed' as const }),
      },
      events: isLeft ? [nominationNotPassed({ nomination: id, person })] : [],
      result: null,
      ...(isLeft && { details: transition(id, state, 'not-passed') }),
    });
  });
  if (placing.awarded) await passByProtocol(ctx, protocol, id);
}

const by = (what: string, protocol: string, id: string) => ({
  id: `${what}/${protocol}/${id}`,
  actor: systemActor,
});

const backTo: Readonly<Partial<Record<NominationState, NominationState>>> = {
  chosen: 'at-college',
  reserve: 'at-college',
  'not-passed': 'at-region',
  passed: 'at-region',
};

/** A case was reopened: whoever the sitting had placed waits for its next protocol, unless they were sent on meanwhile. */
export async function takeUpAgain(ctx: EngineContext, sitting: string, cause: string): Promise<void> {
  const placed = {
    $or: [{ 'placings.college.sitting': { $eq: sitting } }, { 'placings.region.sitting': { $eq: sitting } }],
  };
  const found = nominations.raw(ctx.db).find(placed as never);
  for (const nomination of (await found.toArray()) as unknown as Nomination[])
    await waitAgain(ctx, sitting, cause, nomination);
}

async function waitAgain(ctx: EngineContext, sitting: string, cause: string, found: Nomination) {
  const { _id: id } = found;
  const done = await change(ctx, nominations, id, by('again', cause, id), (nomination) => {
    const { state, placings, regionSeat } = nomination;
    const to = backTo[state];
    const isOfRegion = to === 'at-region';
    const placing = isOfRegion ? placings.region : placings.college;
    if (!to || placing?.sitting !== sitting) return refused(`contest.nomination-is-${state}`);
    return ok({
      action: 'nomination before the commission again',
      set: isOfRegion
        ? { state: to, placings: { ...placings, region: null }, regionSeat: null, passedAt: null }
        : { state: to, placings: { ...placings, college: null } },
      result: isOfRegion ? regionSeat : null,
      details: transition(id, state, to),
    });
  });
  if (done.ok && done.value !== null) await freeSeat(ctx, regionSeats(found), done.value);
}
