// What the dialogues about reviews share: which item a button speaks of, and the words of the shell. It knows no kind.
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { reviewKindsOf } from '../../../../engine/programmes/rooms.ts';
import type { ReviewKind } from '../../../../engine/reviews/kind.ts';
import type { Talk } from '../../../dialogue/talk.ts';
import { wordsOf } from '../endings.ts';

export type StaffTalk = Talk<EngineContext>;
export type Kind = ReviewKind<EngineContext>;

export const { button, ending } = wordsOf((name) => `reviews:${name}`);

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
