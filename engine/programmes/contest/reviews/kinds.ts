// What the contest puts before somebody for a decision: a nomination, before the college's responsible person. Scores of
// commissions are no single decision: they have their own way, see views/scoring.ts.
import { naming } from '../../../kernel/about.ts';
import { addDays, endOfDay, localDate } from '../../../kernel/calendar.ts';
import { type Button, type Text, text } from '../../../kernel/message.ts';
import { nameOf } from '../../../people/reach.ts';
import type { CardParts } from '../../../reviews/card-parts.ts';
import { final, type Reading, type ReviewKind, reversible } from '../../../reviews/kind.ts';
import { readsAll } from '../../../store/indexes.ts';
import type { EngineContext } from '../../context.ts';
import { lastSecondOf } from '../editions/deadlines.ts';
import { editionOf } from '../editions/edition.ts';
import { nominationOf, nominationVersion } from '../nominations/nomination.ts';
import { undoAdmission } from '../nominations/undo-admission.ts';
import { collegeScope } from '../rights.ts';
import { type Nomination, nominations } from '../store.ts';

async function read(ctx: EngineContext, id: string): Promise<Reading> {
  const nomination = await nominationOf(ctx, id);
  const { person, college, proposedAt, state, admittedBy, v } = nomination;
  const isOpen = state === 'proposed';
  const isDecided = !isOpen && admittedBy !== null;
  const how = state === 'not-admitted' ? 'not-admitted' : 'admitted';
  return {
    state: isOpen ? 'open' : isDecided ? 'decided' : 'withdrawn',
    ...{ about: person, scope: collegeScope(college), since: proposedAt, order: v },
    due: lastSecondOf(await editionOf(ctx, nomination.edition), 'internalEnds'),
    version: nominationVersion(nomination),
    decision: isDecided ? { how, by: admittedBy, at: nomination.admittedAt ?? proposedAt } : null,
  };
}

async function card(ctx: EngineContext, id: string): Promise<CardParts> {
  const nomination = await nominationOf(ctx, id);
  const { person, lowestMark, state, grounds } = nomination;
  const edition = await editionOf(ctx, nomination.edition);
  const isOpen = state === 'proposed';
  const facts = { name: await nameOf(ctx, person), mark: lowestMark };
  return {
    version: nominationVersion(nomination),
    body: [naming(text('contest-staff:card.nomination', facts), person)],
    ahead: isOpen
      ? [text('contest-staff:card.nomination-ahead', { day: edition.calendar.internalEnds })]
      : [],
    evidence: groundLines(nomination),
    media: grounds.flatMap(({ media }) => media),
    decisions: isOpen ? [go('admit', 'contest.admit', id), go('not-admit', 'contest.not-admit', id)] : [],
    result: isOpen ? null : await resultOf(ctx, nomination),
  };
}

const go = (label: string, dialogue: string, argument: string): Button => ({
  label: text(`contest-staff:button.${label}`),
  action: { go: dialogue, argument },
});

/** Each ground with what the nominee says of it. */
export const groundLines = ({ grounds }: Pick<Nomination, 'grounds'>): readonly Text[] =>
  grounds.map(({ ground, what }) =>
    text('contest:ground-line', { ground: `contest:ground.${ground}`, what }),
  );

async function resultOf(ctx: EngineContext, { state, admittedBy, reason }: Nomination): Promise<Text> {
  if (state === 'withdrawn' && admittedBy === null) return text('contest-staff:result.withdrawn');
  const how = state === 'not-admitted' ? 'not-admitted' : 'admitted';
  const by = admittedBy === null ? '—' : await nameOf(ctx, admittedBy);
  return naming(text(`contest-staff:result.${how}`, { by, reason: reason ?? '' }), admittedBy);
}

async function* subjects(ctx: EngineContext): AsyncIterable<string> {
  for await (const { _id } of nominations.on(ctx.db).find(readsAll, { _id: 1 }).lean().cursor()) yield _id;
}

export const nominationReview: ReviewKind<EngineContext> = {
  id: 'nomination',
  title: 'contest-staff:queue.kind.nomination',
  roles: ['college-officer'],
  decisions: { 'contest.admit': reversible('admitted'), 'contest.not-admit': final },
  undo: undoAdmission,
  remindAfter: (ctx, since) => {
    const on = localDate(since);
    return endOfDay(addDays(on, ctx.rules.number('contest', 'admissionReminderDays', on)));
  },
  read,
  card,
  subjects,
};
