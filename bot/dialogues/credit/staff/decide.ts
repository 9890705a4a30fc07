// Decisions on cards. One that can be taken back is an errand: the tapped card turns into the settled one in its place.
// One that moves money or ends something shows what will happen and asks first, and one that needs words asks for them
// before that; such a card is settled by what follows from the decision.
import { naming } from '../../../../engine/kernel/about.ts';
import { AppError } from '../../../../engine/kernel/errors.ts';
import { type Text, text } from '../../../../engine/kernel/message.ts';
import { type Reason, type Result, refused } from '../../../../engine/kernel/result.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import {
  cardFacts,
  personView,
  type ReviewKind,
  settledCard,
  standing,
} from '../../../../engine/programmes/credit/programme.ts';
import { type Dialogue, dialogue, type Outcome, type Step } from '../../../dialogue/step.ts';
import { ask, type Field } from '../../../dialogue/steps/ask.ts';
import { call, reasonTexts, say } from '../../../dialogue/steps/call.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { answer } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import { button, ending, menuButton, type StaffTalk } from './staff-talk.ts';

export interface Decision {
  /** The dialogue's id, as the card's button carries it. */
  readonly id: string;
  readonly kind: ReviewKind;
  /** Calls the use-case; `words` is what was asked first, empty for an errand. */
  readonly decide: (talk: StaffTalk, words: string) => Promise<Result<unknown>>;
}

/** A decision that is confirmed before it is taken. */
export interface SureDecision extends Decision {
  /** Name of what is said before (`sure.…`) and afterwards (`done.…`). */
  readonly name: string;
  /** Name of the button that confirms: the one on the card. */
  readonly button: string;
}

export interface WordedDecision extends SureDecision {
  /** Name of the question for the words. */
  readonly ask: string;
  readonly field?: Field<unknown>;
}

const REASON = freeText({ least: 3, most: 500 });

/** Reasons that say: it was decided before. */
const SETTLED = new Set(['common.already-decided', 'credit.interview-settled', 'credit.participation-over']);

/** Decides at once. */
export const errand = ({ id, kind, decide }: Decision): Dialogue<EngineContext> =>
  dialogue(id, { version: 1, decides: true }, [
    call(
      'decide',
      careful(id, kind, (talk) => decide(talk, '')),
      {
        ok: async (_, talk) => inPlace(talk, kind, []),
        refused: (reasons, talk) => notDecided(talk, kind, reasons),
      },
    ),
  ]);

/** Shows what will happen and asks, if there still is something to decide. */
export const sure = (decision: SureDecision): Dialogue<EngineContext> =>
  dialogue(decision.id, { version: 2 }, [stillOpen(decision), confirmed(decision, true), decided(decision)]);

/** Asks for a reason (or another word) before that. */
export const worded = (decision: WordedDecision): Dialogue<EngineContext> =>
  dialogue(decision.id, { version: 2, migrate: (draft) => ({ draft, step: 'words' }) }, [
    stillOpen(decision),
    ask('words', decision.field ?? REASON, `credit-staff:ask-reason.${decision.ask}`),
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
const confirmed = ({ kind, name, button: label }: SureDecision, ahead: boolean): Step<EngineContext> =>
  confirm<EngineContext>('sure', `credit-staff:sure.${name}`, (talk) => ({ words: wordsOf(talk) }), {
    button: `credit-staff:button.${label}`,
    facts: (talk) => cardFacts(talk.env, kind, talk.argument, ahead),
  });

const decided = ({ id, kind, name, decide }: SureDecision): Step<EngineContext> =>
  call(
    'decide',
    careful(id, kind, (talk) => decide(talk, wordsOf(talk))),
    {
      ok: () => ending(`done.${name}`, undefined, button('next', 'staff.next'), menuButton()),
      refused: (reasons, talk) => notDecided(talk, kind, reasons),
    },
  );

/**
 * The use-case decides what may be decided; only for accreditation the desk looks first, because the same use-case
 * also revokes and restores, which a stale card must never do.
 */
const careful =
  (id: string, kind: ReviewKind, decide: (talk: StaffTalk) => Promise<Result<unknown>>) =>
  async (talk: StaffTalk): Promise<Result<unknown>> => {
    const refusal = kind === 'accreditation' ? await refusalBefore(talk, id, kind) : null;
    if (refusal) return refusal;
    try {
      return await decide(talk);
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found') return refused('credit-staff.gone');
      throw error;
    }
  };

async function refusalBefore(talk: StaffTalk, id: string, kind: ReviewKind) {
  const found = await standing(talk.env, talk.actor, kind, talk.argument);
  if (found.kind === 'gone') return refused('credit-staff.gone');
  if (found.kind === 'not-theirs') return refused('common.not-allowed');
  return found.offered.includes(id) ? null : refused('common.already-decided', {});
}

async function notDecided(talk: StaffTalk, kind: ReviewKind, reasons: readonly Reason[]): Promise<Outcome> {
  const settled = reasons.find(({ code }) => SETTLED.has(code));
  if (settled) return inPlace(talk, kind, [await alreadyDecided(talk, settled)]);
  return { texts: reasonTexts(reasons), next: 'end' };
}

/** The settled card where the tapped one stood. */
async function inPlace(talk: StaffTalk, kind: ReviewKind, before: readonly Text[]): Promise<Outcome> {
  const card = await settledCard(talk.env, kind, talk.argument);
  return { ...card, texts: [...before, ...card.texts], next: 'end', inPlace: true };
}

/** By whom and when, as far as it is known. */
async function alreadyDecided(talk: StaffTalk, { params }: Reason): Promise<Text> {
  const { by, at } = params ?? {};
  if (typeof by === 'string' && typeof at === 'string') {
    if (by === talk.actor.id) return text('credit-staff:stale.self', { at });
    return naming(text('credit-staff:stale.by', { by: (await personView(talk.env, by)).name, at }), by);
  }
  return text('credit-staff:stale.plain');
}
