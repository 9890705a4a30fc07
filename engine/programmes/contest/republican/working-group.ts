// The working group at the Holding, with a composition of its own: «из числа представителей центральных государственных
// органов, НПП «Атамекен», НПО, общественности, сотрудников Холдинга, СМИ». Without one of each it decides nothing.
// Source: 002_1dd1149605db5bb7, «Республиканский этап».
import { compositionFaults, inOffice } from '../../../commissions/composition.ts';
import type { CommissionRule } from '../../../commissions/rule.ts';
import { type Commission, commissions } from '../../../commissions/store.ts';
import { formCommission } from '../../../commissions/use-cases/form-commission.ts';
import type { Command } from '../../../kernel/actor.ts';
import { type Reason, type Result, refused } from '../../../kernel/result.ts';
import type { RuleBook } from '../../../rules/rule-book.ts';
import type { EngineContext } from '../../context.ts';
import { refuseAfter, refuseBefore } from '../editions/deadlines.ts';
import { keptEdition } from '../editions/edition.ts';
import { because } from '../reason.ts';
import { actsForRepublic } from '../rights.ts';
import { scoredBy, tieBreaks } from '../stages/commission-rule.ts';
import { keepersFor } from '../stages/paper-keepers.ts';
import type { Edition } from '../store.ts';

export const groupKinds = ['central-body', 'atameken', 'ngo', 'public', 'holding', 'media'] as const;
export type GroupKind = (typeof groupKinds)[number];

export const QUESTION = 'republic';

/** Made of the edition: the places, the ranking and the ties are declared before anybody is scored. */
export const workingGroupRule = (rules: RuleBook, edition: Edition): CommissionRule => ({
  authority: { forms: ['holding'], reopens: ['operator'] },
  size: {
    least: groupKinds.length,
    most: rules.number('contest', 'workingGroupMembersMost', edition.legalDay),
  },
  kinds: groupKinds.map((id) => ({
    id,
    title: `contest-public:group-kind.${id}`,
    least: 1,
    mustTakePart: false,
  })),
  chair: null,
  quorum: {
    ...{ numerator: 1, denominator: 2, strictly: true, countsAbstentions: false },
    least: rules.number('contest', 'workingGroupQuorumLeast', edition.legalDay),
  },
  changes: 'until-final',
  questions: [
    {
      ...{
        id: QUESTION,
        title: 'contest-public:group.question',
        criteria: scoredBy(edition, 'republic'),
        decimals: 2,
      },
      decision: {
        by: 'rank',
        places: edition.laureates,
        tieBreaks: tieBreaks(edition, 'republic'),
        unbroken: 'none',
      },
    },
  ],
});

export const workingGroupId = (edition: string): string => ['contest', edition, 'republic', 'all'].join(':');

/** The edition of a working group; null for any other commission. */
export function editionOfGroup(id: string): string | null {
  const [purpose, edition = '', stage] = id.split(':');
  return purpose === 'contest' && stage === 'republic' ? edition : null;
}

/** Null before it is formed. */
export const findGroup = async (ctx: EngineContext, edition: string): Promise<Commission | null> =>
  (await commissions
    .raw(ctx.db)
    .findOne({ _id: { $eq: workingGroupId(edition) } } as never)) as unknown as Commission | null;

/** Whether somebody is a member in office. */
export async function sitsInGroup(ctx: EngineContext, edition: string, person: string): Promise<boolean> {
  const group = await findGroup(ctx, edition);
  return inOffice(group?.members ?? []).some((each) => each.person === person);
}

/** Why the group is not as it must be; none where it is. */
export const groupFaults = (group: Commission | null): readonly Reason[] =>
  group === null ? [because('group-not-formed')] : compositionFaults(group.rule, group);

/** The Holding forms it and keeps its papers. @returns its id */
export async function formWorkingGroup(
  ctx: EngineContext,
  command: Command,
  editionId: string,
): Promise<Result<string>> {
  if (!actsForRepublic(command.actor)) return refused('common.not-allowed');
  const edition = await keptEdition(ctx, editionId);
  const over = refuseAfter(edition, 'republicanEnds', ctx.clock.now());
  if (over) return over;
  const keepers = await keepersFor(ctx, command.actor, 'holding', 'all');
  if (!keepers.ok) return keepers;
  return formCommission(ctx, command, {
    ...{ id: workingGroupId(edition._id), purpose: 'contest-republic', scope: 'all' },
    ...{ rule: workingGroupRule(ctx.rules, edition), secretaries: [...keepers.value] },
  });
}

/** The republican stage runs from its first to its last second. */
export function refuseOutside(edition: Edition, now: Date) {
  return refuseBefore(edition, 'republicanBegins', now) ?? refuseAfter(edition, 'republicanEnds', now);
}
