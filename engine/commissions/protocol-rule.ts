// The part of a protocol that says by what was judged: the rule in words, as it was declared beforehand.
import { type Text, text } from '../kernel/message.ts';
import type { CommissionRule, Criterion, Question, TieBreak } from './rule.ts';

export function ruleLines({ size, kinds, quorum }: CommissionRule): Text[] {
  const { numerator, denominator, least } = quorum;
  const share = quorum.strictly ? 'more-than' : 'at-least';
  const abstentions = quorum.countsAbstentions ? 'count' : 'do-not-count';
  return [
    text('commissions:protocol.rule.size', { least: size.least, most: size.most }),
    ...kinds
      .filter((kind) => kind.least > 0)
      .map((kind) => text('commissions:protocol.rule.kind', { title: kind.title, least: kind.least })),
    ...kinds
      .filter(({ mustTakePart }) => mustTakePart)
      .map(({ title }) => text('commissions:protocol.rule.kind-takes-part', { title })),
    text(`commissions:protocol.rule.quorum.${share}`, { numerator, denominator, least }),
    text(`commissions:protocol.rule.abstentions.${abstentions}`),
  ];
}

export function questionLines({ criteria, decision }: Question): Text[] {
  const lines = criteria.map(({ title, least, most, weight, from }) =>
    text(`commissions:protocol.rule.criterion.${from}`, { title, least, most, weight }),
  );
  if (decision.by === 'majority')
    return [...lines, text('commissions:protocol.rule.majority'), tieLine(decision.tie)];
  const { places, unbroken, tieBreaks } = decision;
  const limit =
    places === null
      ? text('commissions:protocol.rule.no-limit')
      : text('commissions:protocol.rule.places', { count: places });
  return [
    ...lines,
    limit,
    ...tieBreaks.map((each, at) =>
      text('commissions:protocol.rule.tie-break', { place: at + 1, ...nameOf(each, criteria) }),
    ),
    ...(places === null ? [] : [text(`commissions:protocol.rule.unbroken.${unbroken}`)]),
  ];
}

const tieLine = (tie: 'refused' | 'chair'): Text => text(`commissions:protocol.rule.tie.${tie}`);

/** What set two cases of one total apart. */
export const tieBreakText = (tieBreak: TieBreak, criteria: readonly Criterion[]): Text =>
  text('commissions:protocol.broken-by', nameOf(tieBreak, criteria));

/** The key of the tie-break's own words, and of the title that they name. */
function nameOf(tieBreak: TieBreak, criteria: readonly Criterion[]) {
  const named = (what: string, title: string) => ({ what: `commissions:protocol.tie-break.${what}`, title });
  const titleOf = (id: string) => criteria.find((each) => each.id === id)?.title ?? id;
  switch (tieBreak.by) {
    case 'criterion':
      return named(`criterion-${tieBreak.prefer}`, titleOf(tieBreak.criterion));
    case 'top-scores':
      return tieBreak.criterion === null
        ? named('top-scores-in-all', '')
        : named('top-scores-of-one', titleOf(tieBreak.criterion));
    case 'fact':
      return named(`fact-${tieBreak.prefer}`, tieBreak.title);
    case 'lot':
      return named('lot', '');
  }
}
