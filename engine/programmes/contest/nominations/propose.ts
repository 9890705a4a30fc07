// A student of a college is nominated: by themselves, or by accepting what their college's responsible person offered (see
// offers). The rules of the edition say whether they may be; a "no" names the rule.
import type { Command } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/calendar.ts';
import { ok, type Refused, type Result, refused } from '../../../kernel/result.ts';
import { colleges } from '../../../reference/colleges.ts';
import { entryOf, isValidOn } from '../../../reference/entries.ts';
import type { DecisionReceipt } from '../../../rules/rule-book.ts';
import { change, create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { refuseUnconsented } from '../consent.ts';
import { refuseAfter, refuseBefore } from '../editions/deadlines.ts';
import { editionOf, keptEdition } from '../editions/edition.ts';
import { nominationAdmitted, nominationProposed } from '../events.ts';
import type { NominationState } from '../states.ts';
import { type Edition, type NamedGround, type Nomination, nominations } from '../store.ts';
import { transition } from '../transitions.ts';
import { askRules } from '../verdict.ts';
import { eligibilityFacts, refuseFormerLaureate, type Studies } from './eligibility.ts';
import { findNomination, nominationId, refuseMove } from './nomination.ts';

export interface NewNomination {
  readonly edition: string;
  /** Where the nominee studies. Only a college's student may be nominated. */
  readonly studies: Studies;
  /** Id of the college; null for whoever studies elsewhere. */
  readonly college: string | null;
  readonly lowestMark: number;
  readonly grounds: readonly NamedGround[];
}

/** The college's responsible person named the student, the mark and the grounds. */
export interface Vouched {
  /** Person id. */
  readonly by: string;
  /** Whoever accepts bears the name that was offered; anybody else is confirmed by hand. */
  readonly isKnown: boolean;
}

/** The actor is the nominee. @returns the nomination's id */
export async function proposeNomination(
  ctx: EngineContext,
  command: Command,
  input: NewNomination,
  vouched: Vouched | null = null,
): Promise<Result<string>> {
  const person = command.actor.id;
  const edition = await editionOf(ctx, input.edition);
  const hindrance = await refusalOf(ctx, edition, person);
  if (hindrance) return hindrance;
  const facts = eligibilityFacts(edition, input);
  const receipt = await askRules(ctx.rules, 'contest.eligibility', edition.legalDay, facts);
  if (!receipt.ok) return receipt;
  const region = await regionOfCollege(ctx, edition, input.college);
  if (!region.ok) return region;
  await keptEdition(ctx, edition._id);
  const fields = fieldsOf(ctx, { input, person, region: region.value, vouched, receipt: receipt.value });
  return write(ctx, command, nominationId(edition._id, person), fields);
}

async function refusalOf(ctx: EngineContext, edition: Edition, person: string): Promise<Refused | null> {
  const now = ctx.clock.now();
  return (
    refuseBefore(edition, 'announced', now) ??
    refuseAfter(edition, 'internalEnds', now) ??
    (await refuseUnconsented(ctx, person)) ??
    (await refuseFormerLaureate(ctx, edition, person))
  );
}

/** The college's region, where both belong to the edition. */
export async function regionOfCollege(
  ctx: EngineContext,
  edition: Edition,
  college: string | null,
): Promise<Result<string>> {
  if (college === null) return refused('contest.college-unknown');
  const found = await entryOf(ctx, colleges, college).catch(() => null);
  if (!found || !isValidOn(found.entry, localDate(ctx.clock.now())))
    return refused('contest.college-unknown');
  const { region } = found.entry;
  return edition.regions.includes(region)
    ? ok(region)
    : refused('contest.region-outside', { code: region, year: edition.year });
}

interface Given {
  readonly input: NewNomination;
  readonly person: string;
  readonly region: string;
  readonly vouched: Vouched | null;
  readonly receipt: DecisionReceipt;
}

type Fields = ReturnType<typeof fieldsOf>;

function fieldsOf(ctx: EngineContext, { input, person, region, vouched, receipt }: Given) {
  const admitted = vouched?.isKnown ? vouched.by : null;
  const state: NominationState = admitted === null ? 'proposed' : 'at-college';
  return {
    ...{ edition: input.edition, person, college: input.college ?? '', region, state },
    by: vouched ? ('college' as const) : ('student' as const),
    lowestMark: input.lowestMark,
    grounds: input.grounds.map((each) => ({ ...each, media: [...each.media] })),
    proposedAt: ctx.clock.now(),
    admittedBy: admitted,
    admittedAt: admitted === null ? null : ctx.clock.now(),
    ...{ sentAt: null, passedAt: null, collegeSeat: null, regionSeat: null, reason: null },
    placings: { college: null, region: null, republic: null },
    admission: receipt,
  };
}

async function write(
  ctx: EngineContext,
  command: Command,
  id: string,
  fields: Fields,
): Promise<Result<string>> {
  const { person, state, edition } = fields;
  const about = { nomination: id, person };
  const events = [nominationProposed(about), ...(state === 'at-college' ? [nominationAdmitted(about)] : [])];
  const changed = (from: NominationState | null) => ({
    ...{ action: 'nominated', set: fields, events, result: id },
    details: transition(id, from, state),
  });
  const made = await create(ctx, nominations, id, command, changed(null));
  if (made.created) return ok(made.result);
  const isOver = (before: Nomination | null) =>
    before?.state === 'withdrawn' || before?.state === 'not-admitted';
  if (!isOver(await findNomination(ctx, edition, person))) return refused('contest.nominated-already');
  return change(ctx, nominations, id, command, (before) =>
    isOver(before)
      ? ok(changed(before.state))
      : (refuseMove(before, 'proposed') ?? refused('contest.nominated-already')),
  );
}
