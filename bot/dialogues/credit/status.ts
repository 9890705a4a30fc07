// Where the student stands, on one screen: each credit, each interview, what is next and by when.
import { text } from '../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { goButton, say } from '../../dialogue/steps/call.ts';
import type { Block } from '../desk-part.ts';
import { menuButton } from '../shared/endings.ts';
import { creditTexts } from './credit-text.ts';
import { interviewText } from './interviews.ts';
import { nextButtons } from './next-buttons.ts';
import { activeCredit, isStudent, type StudentTalk, statusOf, studentsOnly } from './student.ts';

/** Null for whoever is no student. */
export const statusBlock = async (talk: StudentTalk): Promise<Block | null> =>
  isStudent(talk) ? blockOf(talk) : null;

export const status: Dialogue<EngineContext> = dialogue('credit.status', { version: 1 }, [
  studentsOnly,
  say('show', async (talk) => {
    const { texts, rows } = await blockOf(talk);
    return { texts, buttons: [...rows, [menuButton()]], next: 'end' };
  }),
]);

async function blockOf(talk: StudentTalk): Promise<Block> {
  const all = await statusOf(talk);
  const texts = [...all.credits.flatMap(creditTexts), ...all.openInterviews.map(interviewText)];
  const account = all.ibanTail === null ? [text('credit:status.no-account')] : [];
  const leave = activeCredit(all) ? [goButton('credit:button.leave', 'credit.leave')] : [];
  return {
    texts: [...(texts.length > 0 ? texts : [text('credit:status.nothing')]), ...account],
    rows: [...nextButtons(all), ...leave].map((each) => [each]),
  };
}
