// The part of a protocol that says what became of each case, and in which order cases came to stand.
import { localDate } from '../kernel/calendar.ts';
import { type Text, text } from '../kernel/message.ts';
import type { Placed } from './places.ts';
import { tieBreakText } from './protocol-rule.ts';
import type { Figure, ProtocolCase, ProtocolRanking, ProtocolVoter } from './protocol-shape.ts';
import type { Question } from './rule.ts';
import type { Decided, Part } from './shapes.ts';
import type { Case } from './store.ts';
import { shownAs } from './tally.ts';

/** @param placing of a ranked case */
export function protocolCase(found: Case, question: Question, placing: Placed | undefined): ProtocolCase {
  const { _id, subject, facts, decided, closedAt } = found;
  const figure = figureOf(question);
  return {
    ...{ case: _id, subject, question: question.id, title: text(question.title) },
    closedOn: closedAt === null ? null : localDate(closedAt),
    facts: facts.map(({ name, value }) => ({ name, value })),
    recused: (decided?.recused ?? []).map(({ person, by }) => ({
      person,
      ground: text(`commissions:protocol.recused.${by}`),
    })),
    voters: (decided?.parts ?? []).map((part) => voterOf(part, figure)),
    counts: decided ? countsOf(decided, question) : [],
    total: decided && question.criteria.length > 0 ? figure(decided.tally.total) : null,
    criteria: (decided?.tally.criteria ?? []).map(({ criterion, mean, top }) => ({
      ...{ criterion, mean: figure(mean), top },
    })),
    outcome: outcomeText(placing?.outcome ?? decided?.outcome ?? 'withdrawn'),
  };
}

export const outcomeText = (outcome: string): Text => text(`commissions:protocol.outcome.${outcome}`);

export function protocolRanking(
  question: Question,
  placings: readonly Placed[],
  cases: ReadonlyMap<string, Case>,
): ProtocolRanking {
  const { id, title, decision, criteria } = question;
  const tieBreaks = decision.by === 'rank' ? decision.tieBreaks : [];
  const figure = figureOf(question);
  const rows = placings.map((placing) => {
    const found = cases.get(placing.id);
    const broke = placing.brokenBy === null ? undefined : tieBreaks[placing.brokenBy];
    return {
      ...{ rank: placing.rank, case: placing.id, subject: found?.subject ?? '' },
      total: figure(found?.decided?.tally.total ?? '0'),
      outcome: outcomeText(placing.outcome),
      brokenBy: broke ? tieBreakText(broke, criteria) : null,
    };
  });
  return { question: id, title: text(title), rows };
}

type ToFigure = (exact: string) => Figure;

const figureOf =
  ({ decimals }: Question): ToFigure =>
  (exact) => ({ exact, shown: shownAs(exact, decimals) });

function voterOf(part: Part, figure: ToFigure): ProtocolVoter {
  const { person, verdict, scores, total } = part;
  return {
    ...{ person, scores: scores.map(({ criterion, score }) => ({ criterion, score })) },
    part: text(`commissions:protocol.part.${part.part}`),
    verdict: verdict === null ? null : text(`commissions:protocol.verdict.${verdict}`),
    total: total === null || scores.length === 0 ? null : figure(total),
    note: part.changedAfterFinal ? text('commissions:protocol.changed-after-final') : null,
  };
}

function countsOf({ parts, needed, present, votes, abstentions, tally }: Decided, { decision }: Question) {
  const entitled = parts.length;
  return [
    text('commissions:protocol.count.quorum', { entitled, needed, present }),
    text('commissions:protocol.count.votes', { count: votes }),
    text('commissions:protocol.count.abstentions', { count: abstentions }),
    ...(decision.by === 'majority'
      ? [
          text('commissions:protocol.count.in-favour', { count: tally.inFavour }),
          text('commissions:protocol.count.against', { count: tally.against }),
        ]
      : []),
  ];
}
