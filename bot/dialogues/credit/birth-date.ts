// A student puts their birth date right, e.g. after hearing that their IIN tells another one.
import { type BirthDateDoubt, correctBirthDate } from '../../../engine/people/birth-date.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../dialogue/step.ts';
import { ask } from '../../dialogue/steps/ask.ts';
import { call, goButton, reasonTexts } from '../../dialogue/steps/call.ts';
import { answer } from '../../dialogue/talk.ts';
import { birthDate as aBirthDate } from '../fields/birth-date.ts';
import { menuButton } from '../shared/endings.ts';
import { waitsForGuardian } from './consent.ts';
import { ending, type StudentTalk, studentsOnly } from './student.ts';

export const birthDate: Dialogue<EngineContext> = dialogue('credit.birth-date', { version: 1 }, [
  studentsOnly,
  ask('birth', aBirthDate, 'credit:birth-date.which'),
  call(
    'correct',
    (talk) => correctBirthDate(talk.env, talk.command('correct'), answer(talk.draft, 'birth')),
    {
      ok: corrected,
      refused: (reasons) => ({ texts: reasonTexts(reasons), buttons: [[menuButton()]], next: 'end' }),
    },
  ),
]);

async function corrected(doubt: BirthDateDoubt, talk: StudentTalk): Promise<Outcome> {
  const birth = answer(talk.draft, 'birth');
  if (await waitsForGuardian(talk))
    return ending(
      'credit:birth-date.minor',
      { birth },
      goButton('guardian:button.invite', 'guardian.invite'),
      menuButton(),
    );
  return ending(`credit:birth-date.corrected.${doubt}`, { birth }, menuButton());
}
