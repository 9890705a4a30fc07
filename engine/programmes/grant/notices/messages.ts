// The parts that all notices of the grant programme are made of.
import { type Button, type Message, text } from '../../../kernel/message.ts';
import type { TextParams } from '../../../kernel/result.ts';
import type { Notice } from '../../../notify/notice.ts';
import type { Notify } from '../../../parts/part.ts';
import { holdersOf } from '../../../people/reach.ts';
import type { EngineContext } from '../../context.ts';
import { projectScope, type TeamRole } from '../roles.ts';

export type NotifyOf<P> = Notify<EngineContext, P>;

export const go = (label: string, dialogue: string, argument: string): Button => ({
  label: text(`grant:button.${label}`),
  action: { go: dialogue, argument },
});

export const messageOf = (key: string, params: TextParams, ...buttons: readonly Button[]): Message => ({
  texts: [text(`grant:notice.${key}`, params)],
  ...(buttons.length > 0 && { buttons: buttons.map((each) => [each]) }),
});

/** Each person once, at the participant desk. */
export async function teamOf(
  ctx: EngineContext,
  project: string,
  ...roles: readonly TeamRole[]
): Promise<readonly string[]> {
  const found = await Promise.all(roles.map((role) => holdersOf(ctx, role, projectScope(project))));
  return [...new Set(found.flat())];
}

export const toTeam = (people: readonly string[], message: Message): readonly Notice[] =>
  people.map((to) => ({ to, desk: 'participant', message }));

export const toStaff = (people: readonly string[], message: Message, card?: string): readonly Notice[] =>
  people.map((to) => ({ to, desk: 'staff', message, ...(card !== undefined && { card }) }));
