// A case is put up before a sitting: first on the sitting's docket, so that none slips in beside a conclusion, then as a
// document of its own that follows from the docket. What breaks off in between is finished by a repeat, or at the conclusion.
import type { Command } from '../../kernel/actor.ts';
import { canonicalJson } from '../../kernel/canonical.ts';
import { ok, type Result, refused, refusedFor } from '../../kernel/result.ts';
import { change, create } from '../../store/command.ts';
import type { StoreContext } from '../../store/context.ts';
import { caseAdded } from '../events.ts';
import { factFaults, withFacts } from '../facts.ts';
import { mayFeed } from '../rights.ts';
import type { Fact } from '../shapes.ts';
import { caseId, cases, commissionOf, questionOf, type Sitting, sittings } from '../store.ts';

export interface NewCase {
  /** Id of what is judged, e.g. a nomination. Whoever may not be named stays unnamed here. */
  readonly subject: string;
  /** Id of one of the rule's questions. */
  readonly question: string;
  /** Members who share one of these do not vote on it: `organisation:<id>`, `person:<id>`. */
  readonly connections: readonly string[];
  readonly facts: readonly Fact[];
}

/** @returns the case's id */
export async function addCase(
  ctx: StoreContext,
  command: Command,
  sittingId: string,
  given: NewCase,
): Promise<Result<string>> {
  const id = caseId(sittingId, given.subject, given.question);
  const entry = entryOf(id, given);
  const listed = await change(ctx, sittings, sittingId, command, async (sitting) => {
    const commission = await commissionOf(ctx, sitting.commission);
    if (!mayFeed(command.actor, commission)) return refused('common.not-allowed');
    const before = sitting.docket.find((each) => each.case === id);
    if (before && canonicalJson(before) !== canonicalJson(entry)) return refused('commissions.case-already');
    if (sitting.state !== 'open' && !before) return refused('commissions.sitting-concluded');
    const faults = factFaults(questionOf(commission, given.question), given.facts, false);
    if (faults.length > 0) return refusedFor(faults);
    const docket = before ? sitting.docket : [...sitting.docket, entry];
    return ok({ action: 'case listed', set: { docket }, result: id, details: { case: id } });
  });
  if (listed.ok) await raiseCase(ctx, command, sittingId, entry);
  return listed;
}

type Listed = Sitting['docket'][number];

/** Makes the document of a listed case, once. */
export async function raiseCase(
  ctx: StoreContext,
  command: Command,
  sittingId: string,
  entry: Listed,
): Promise<void> {
  const { case: id, ...item } = entry;
  const { commission } = (await sittings
    .on(ctx.db)
    .findById(sittingId, { commission: 1 })
    .lean()) as unknown as Pick<Sitting, 'commission'>;
  const { subject, question } = item;
  await create(ctx, cases, id, command, {
    action: 'case added',
    set: {
      ...{ commission, sitting: sittingId, ...item, conflicts: [], ballots: [] },
      ...{ state: 'open', decided: null, closedBy: null, closedAt: null, reopenings: [] },
    },
    events: [caseAdded({ commission, sitting: sittingId, case: id, subject, question })],
    result: id,
  });
}

const entryOf = (id: string, { subject, question, connections, facts }: NewCase): Listed => ({
  ...{ case: id, subject, question },
  connections: [...new Set(connections)].sort(),
  facts: [...withFacts([], facts)],
});
