// Decisions on cards. One that can be taken back is an errand: the tapped card turns into the settled one in its place.
// One that moves money or ends something shows what will happen and asks first, and one that needs words asks for them
// before that; such a card is settled by what follows from the decision.
import type { Command } from '../../../../engine/kernel/actor.ts';
import { AppError } from '../../../../engine/kernel/errors.ts';
import { type Result, refused } from '../../../../engine/kernel/result.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { cardFacts, undoRow } from '../../../../engine/reviews/card.ts';
import { refreshReview } from '../../../../engine/reviews/refresh.ts';
import { type Dialogue, dialogue, type Step } from '../../../dialogue/step.ts';
import { ask, type Field } from '../../../dialogue/steps/ask.ts';
import { call, say } from '../../../dialogue/steps/call.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { answer } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import { menuButton } from '../endings.ts';
import { inPlace, notDecided, refusalBefore } from './refusals.ts';
import { button, decidedIn, kindOf, type StaffTalk } from './shell.ts';

export interface Decision {
  /** The dialogue's id, as the card's button carries it. */
  readonly id: string;
  /** Id of the review kind. */
  readonly kind: string;
  /**
   * Calls the use-case; `words` is what was asked first, empty for an errand. The command names the version that its maker
   * saw.
   */
  readonly decide: (
    ctx: EngineContext,
    command: Command,
    subject: string,
    words: string,
  ) => Promise<Result<unknown>>;
  /** The use-case does more than this card offers: it is called only while the card offers the decision. */
  readonly onlyWhileOffered?: true;
}

/** A decision that is confirmed before it is taken. Text keys. */
export interface SureDecision extends Decision {
  /** What is said before. */
  readonly sure: string;
  /** What is said afterwards. */
  readonly done: string;
  /** The button that confirms: the one on the card. */
  readonly button: string;
}

export interface WordedDecision extends SureDecision {
  /** The question for the words: a reason, unless `field` takes something else. */
  readonly ask: string;
  readonly field?: Field<unknown>;
}

const REASON = freeText({ least: 3, most: 500 });

/** Decides at once. */
export const errand = (decision: Decision): Dialogue<EngineContext> =>
  dialogue(decision.id, { version: 1, decides: true }, [
    call('decide', (talk) => carefully(talk, decision, ''), {
      ok: (_, talk) => inPlace(talk, kindOf(talk, decision.kind), decidedIn(talk).subject, []),
      refused: (reasons, talk) => notDecided(talk, decision.kind, reasons),
    }),
  ]);

/** Shows what will happen and asks, if there still is something to decide. */
export const sure = (decision: SureDecision): Dialogue<EngineContext> =>
  dialogue(decision.id, { version: 2 }, [stillOpen(decision), confirmed(decision, true), decided(decision)]);

/** Asks for a reason (or another word) before that. */
export const worded = (decision: WordedDecision): Dialogue<EngineContext> =>
  dialogue(decision.id, { version: 2, migrate: (draft) => ({ draft, step: 'words' }) }, [
    stillOpen(decision),
    ask('words', decision.field ?? REASON, decision.ask),
    confirmed(decision, false),
    decided(decision),
  ]);

const wordsOf = (talk: StaffTalk): string => answer(talk.draft, 'words');

const stillOpen = ({ id, kind }: SureDecision): Step<EngineContext> =>
  say('check', async (talk) => {
    const refusal = await refusalBefore(talk, id, kind);
    return refusal ? notDecided(talk, kind, refusal.reasons) : { texts: [], next: 'on' };
  });

/** @param ahead whether the card's outlook on approval is what will happen */
const confirmed = (decision: SureDecision, ahead: boolean): Step<EngineContext> =>
  confirm<EngineContext>('sure', decision.sure, (talk) => ({ words: wordsOf(talk) }), {
    button: decision.button,
    facts: (talk) => cardFacts(talk.env, kindOf(talk, decision.kind), decidedIn(talk).subject, ahead),
  });

const decided = (decision: SureDecision): Step<EngineContext> =>
  call('decide', (talk) => carefully(talk, decision, wordsOf(talk)), {
    ok: async (_, talk) => ({
      texts: [{ key: decision.done }],
      buttons: [
        ...(await undoRow(talk.env, kindOf(talk, decision.kind), decidedIn(talk).subject, talk.actor.id)),
        ...[[button('next', 'staff.next')], [menuButton()]],
      ],
      next: 'end',
    }),
    refused: (reasons, talk) => notDecided(talk, decision.kind, reasons),
  });

/** The use-case says what may be decided. What came of it is in the maker's queue at once, not only when it is carried. */
async function carefully(
  talk: StaffTalk,
  { id, kind, decide, onlyWhileOffered }: Decision,
  words: string,
): Promise<Result<unknown>> {
  const refusal = onlyWhileOffered ? await refusalBefore(talk, id, kind) : null;
  if (refusal) return refusal;
  const { subject, seen } = decidedIn(talk);
  const command = { ...talk.command('decide'), seen };
  try {
    const result = await decide(talk.env, command, subject, words);
    if (result.ok) await refreshReview(talk.env, kindOf(talk, kind), subject);
    return result;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return refused('reviews.gone');
    throw error;
  }
}
