// Where the student stands, on one screen: each credit, each interview, what is next and by when.
import { text } from '../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { goButton, say } from '../../dialogue/steps/call.ts';
import { creditTexts } from './credit-text.ts';
import { interviewText } from './interviews.ts';
import { nextButtons } from './next-buttons.ts';
import { activeCredit, menuButton, statusOf, studentsOnly } from './student.ts';

export const status: Dialogue<EngineContext> = dialogue('credit.status', { version: 1 }, [
  studentsOnly,
  say('show', async (talk) => {
    const all = await statusOf(talk);
    const texts = [...all.credits.flatMap(creditTexts), ...all.openInterviews.map(interviewText)];
    const account = all.ibanTail === null ? [text('credit:status.no-account')] : [];
    const leave = activeCredit(all) ? [goButton('credit:button.leave', 'credit.leave')] : [];
    const buttons = [...nextButtons(all), ...leave, menuButton()];
    return {
      texts: [...(texts.length > 0 ? texts : [text('credit:status.nothing')]), ...account],
      buttons: buttons.map((each) => [each]),
      next: 'end',
    };
  }),
]);
