// What the dialogues about reviews share: which item a button speaks of, and the words of the shell. It knows no kind.
import { type Button, text } from '../../../../engine/kernel/message.ts';
import type { TextParams } from '../../../../engine/kernel/result.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { reviewKindsOf } from '../../../../engine/programmes/rooms.ts';
import type { ReviewKind } from '../../../../engine/reviews/kind.ts';
import type { Outcome } from '../../../dialogue/step.ts';
import { goButton } from '../../../dialogue/steps/call.ts';
import type { Talk } from '../../../dialogue/talk.ts';

export type StaffTalk = Talk<EngineContext>;
export type Kind = ReviewKind<EngineContext>;

export const button = (label: string, go: string, argument = ''): Button =>
  goButton(`reviews:button.${label}`, go, argument);

export const menuButton = (): Button => goButton('common:button.menu', 'menu');

/** The last word of a dialogue, with buttons that lead on. */
export const ending = (key: string, params?: TextParams, ...buttons: readonly Button[]): Outcome => ({
  texts: [text(`reviews:${key}`, params)],
  ...(buttons.length > 0 && { buttons: buttons.map((each) => [each]) }),
  next: 'end',
});

/** @throws Error for a kind that no manifest declares: a bug of a script */
export function kindOf(talk: StaffTalk, id: string): Kind {
  const kind = reviewKindsOf(talk.env).get(id);
  if (!kind) throw new Error(`no manifest declares the review kind ${id}`);
  return kind;
}

/** What `<kind>.<subject>` speaks of; null where that is nothing of ours. */
export function itemIn(
  talk: StaffTalk,
  argument: string,
): { readonly kind: Kind; readonly subject: string } | null {
  const [name = '', subject] = argument.split('.');
  const kind = reviewKindsOf(talk.env).get(name);
  return kind && subject ? { kind, subject } : null;
}

/** What a decision's button carries: `<subject>.<version>`. One that names no version was seen in none that stands. */
export function decidedIn({ argument }: StaffTalk): { readonly subject: string; readonly seen: string } {
  const [subject = '', seen = ''] = argument.split('.');
  return { subject, seen };
}
