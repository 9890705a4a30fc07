// Takes back what the reader has just decided: the card opens again in its place. Come too late, they see how it stands.
import { text } from '../../../../engine/kernel/message.ts';
import type { Result } from '../../../../engine/kernel/result.ts';
import { refused } from '../../../../engine/kernel/result.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { standing } from '../../../../engine/reviews/standing.ts';
import { undoDecision } from '../../../../engine/reviews/undo.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { call, reasonTexts } from '../../../dialogue/steps/call.ts';
import { menuButton } from '../endings.ts';
import { inPlace } from './refusals.ts';
import { ending, itemIn, type StaffTalk } from './shell.ts';

/** `<kind>.<subject>.<version>`: the version that the decision left. */
const seenIn = ({ argument }: StaffTalk): string => argument.split('.')[2] ?? '';

async function undo(talk: StaffTalk): Promise<Result<unknown>> {
  const item = itemIn(talk, talk.argument);
  if (!item) return refused('reviews.gone');
  const command = { ...talk.command('undo'), seen: seenIn(talk) };
  return undoDecision(talk.env, command, item.kind, item.subject);
}

/** Tapped right after it appeared, in the place of the decision, it is asked for once more. */
export const undoDialogue: Dialogue<EngineContext> = dialogue('staff.undo', { version: 1, decides: true }, [
  call('undo', undo, {
    ok: (_, talk) => shownAgain(talk, [text('reviews:undo.done')]),
    refused: (reasons, talk) => shownAgain(talk, reasonTexts(reasons)),
  }),
]);

async function shownAgain(talk: StaffTalk, before: ReturnType<typeof reasonTexts>) {
  const item = itemIn(talk, talk.argument);
  if (!item) return ending('reason.gone', undefined, menuButton());
  const found = await standing(talk.env, talk.actor, item.kind, item.subject);
  return found.kind === 'theirs'
    ? inPlace(talk, item.kind, item.subject, before)
    : { texts: before, next: 'end' as const };
}
