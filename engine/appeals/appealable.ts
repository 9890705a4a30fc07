// What a programme lets a person appeal against, as it declares it in its manifest: data, and functions over its own documents. The
// room of appeals knows no programme. Source: rules.md; the glossary's «обращение о пересмотре».
import type { TSchema } from 'typebox';
import type { Command, Role } from '../kernel/actor.ts';
import { type Button, type Text, text } from '../kernel/message.ts';
import type { Result } from '../kernel/result.ts';
import type { ReviewKind } from '../reviews/kind.ts';
import type { StoreContext } from '../store/context.ts';
import type { Collection } from '../store/model.ts';

export interface Appealable<C extends StoreContext = StoreContext> {
  /** Whose decisions these are. Only the person whom one is about may appeal. */
  readonly kind: ReviewKind<C>;
  /** Which of them: `Reading.decision.how`. */
  readonly against: readonly string[];
  /** Who hears the appeal; never whoever decided. */
  readonly roles: readonly Role[];
  /** Within which they hold their roles. */
  readonly scope: (ctx: C, subject: string) => Promise<string>;
  /** The document that holds the decision: the appeal and what came of it stand in its trail. */
  readonly owner: Collection<TSchema>;
  readonly ownerId: (ctx: C, subject: string) => Promise<string>;
  /** The decision in a line, for the person. @throws AppError `not-found` */
  readonly line: (ctx: C, subject: string) => Promise<Text>;
  /**
   * Decides the other way: one change of the owner document by this command, with its ordinary event. Refuses with
   * `appeals.overtaken` where the decision does not stand any more.
   */
  readonly anew: (ctx: C, command: Command, subject: string) => Promise<Result<unknown>>;
}

/** Id of the review kind that hears the appeals against the decisions of another. */
export const appealKindId = (kind: string): string => `appeal-${kind}`;

/** For the notice of a decision: leads the person to the appeal. */
export const appealButton = ({ id }: Pick<ReviewKind, 'id'>, subject: string): Button => ({
  label: text('appeals:button.appeal'),
  action: { go: 'shared.appeal', argument: `${id}.${subject}` },
});
