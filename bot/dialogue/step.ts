// The parts that dialogues are made of. An input step asks and takes an answer; an effect step acts and says.
import type { Language } from '../../engine/kernel/languages.ts';
import type { Button, Text } from '../../engine/kernel/message.ts';
import type { Reason } from '../../engine/kernel/result.ts';
import type { Draft, DraftValue } from './session.ts';
import type { Talk } from './talk.ts';
import type { FileKind, Input } from './update.ts';

/** What a step shows. Buttons that carry a choice answer the step. */
export interface Prompt {
  readonly texts: readonly Text[];
  /** Ids of persons whom it names and neither buttons, argument nor answers lead to. */
  readonly about?: readonly string[];
  readonly buttons?: readonly (readonly Button[])[];
  readonly media?: readonly string[];
}

/** Nothing to choose from, or the like: says why, and the dialogue ends here. */
export interface DeadEnd {
  readonly end: Prompt;
}

export type Taken =
  | { readonly kind: 'answer'; readonly value: DraftValue }
  /** The answer cannot be used: says how to fix it and asks again. */
  | { readonly kind: 'again'; readonly problem: Text }
  /** Part of an answer (one more file of several): noted, and the step stays. */
  | { readonly kind: 'more'; readonly value: DraftValue }
  /** Another page of the same question. */
  | { readonly kind: 'page'; readonly page: number }
  /** From a review: one answer is given anew. `clears` are answers that depended on it. */
  | { readonly kind: 'change'; readonly step: string; readonly clears: readonly string[] }
  /** From a review: an answer is taken out; the review stays. */
  | { readonly kind: 'drop'; readonly step: string };

export interface InputStep<E> {
  readonly kind: 'input';
  readonly id: string;
  readonly optional: boolean;
  readonly when?: (draft: Draft) => boolean;
  /** Whether this choice decides something: tapped right after it was shown, it is asked for once more. */
  readonly decides?: (choice: string) => boolean;
  /** Shows all answers and lets one be changed. */
  readonly isReview?: boolean;
  /** Kinds of files that it takes; none where it is left out. */
  readonly files?: readonly FileKind[];
  /** What was given so far of an answer in parts: Skip keeps it. Null for nothing. */
  gathered?(draft: Draft): DraftValue;
  prompt(talk: Talk<E>, page: number): Promise<Prompt | DeadEnd>;
  take(talk: Talk<E>, input: Input, choice: string | null, label: LabelText): Promise<Taken>;
}

/** How a label reads in a language: lets a person type what stands on a button. */
export type LabelText = (text: Text) => string;

export interface Outcome {
  readonly texts: readonly Text[];
  /** As in Prompt. */
  readonly about?: readonly string[];
  readonly buttons?: readonly (readonly Button[])[];
  readonly media?: readonly string[];
  /** What comes next: the following step, the end, the step whose answer is to be corrected, or another dialogue. */
  readonly next:
    | 'on'
    | 'end'
    | { readonly back: string }
    | { readonly go: string; readonly argument?: string };
  /** Switches the language of the chat from here on. */
  readonly language?: Language;
  /** Stands in place of the tapped message (a decided card). */
  readonly inPlace?: boolean;
  /** Messages that follow it, each with its own buttons. */
  readonly also?: readonly Prompt[];
  /** A question that waits is asked once more beneath. */
  readonly asksAgain?: true;
  /** Answers filled in beforehand: the dialogue goes on at its review. */
  readonly fill?: Draft;
  /** Questions of this dialogue that are not asked: their answers are known. */
  readonly known?: readonly string[];
}

export interface EffectStep<E> {
  readonly kind: 'effect';
  readonly id: string;
  readonly when?: (draft: Draft) => boolean;
  run(talk: Talk<E>): Promise<Outcome>;
}

export type Step<E> = InputStep<E> | EffectStep<E>;

export interface Dialogue<E> {
  readonly id: string;
  readonly version: number;
  readonly steps: readonly Step<E>[];
  /** Carries a draft over from an earlier version; null when it cannot be. */
  readonly migrate?: (draft: Draft, from: number) => { readonly draft: Draft; readonly step: string } | null;
  /** Its button decides at once: tapped right after it was shown, it is asked for once more. */
  readonly decides?: boolean;
  /** Text key of what is said when it is cancelled, where the usual words say too little. */
  readonly cancelled?: string;
  /** Nothing comes before it, so that there is nothing to cancel. */
  readonly first?: boolean;
}

/**
 * Declares a dialogue.
 * @throws RangeError when two steps share an id or an id would not fit into callback data
 */
export function dialogue<E>(
  id: string,
  options: Pick<Dialogue<E>, 'version' | 'migrate' | 'decides' | 'cancelled' | 'first'>,
  steps: readonly Step<E>[],
): Dialogue<E> {
  const ids = steps.map((step) => step.id);
  if (new Set(ids).size < ids.length) throw new RangeError(`${id}: two steps share an id`);
  const tooLong = ids.find((each) => each.length > 20 || each.includes(':'));
  if (tooLong !== undefined || id.length > 32 || id.includes(':'))
    throw new RangeError(`${id}: id too long: ${tooLong ?? id}`);
  return { id, ...options, steps };
}

export const isDeadEnd = (prompt: Prompt | DeadEnd): prompt is DeadEnd => 'end' in prompt;

/** Reasons as the paragraphs of an answer. */
export type ShowReasons = (reasons: readonly Reason[]) => readonly Text[];
