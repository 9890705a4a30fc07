// The student asks the university to re-credit. One tap, nothing to ask: the right is there already.
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { requestRecredit as request } from '../../../engine/programmes/credit/programme.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { call, goButton, say } from '../../dialogue/steps/call.ts';
import { menuButton } from '../shared/endings.ts';
import { consentingOnly } from './consent.ts';
import { ending, type StudentTalk, statusOf, studentsOnly } from './student.ts';

export const requestRecredit: Dialogue<EngineContext> = dialogue(
  'credit.request-recredit',
  { version: 1, decides: true },
  [
    studentsOnly,
    consentingOnly,
    say('has-right', async (talk) => {
      const found = (await statusOf(talk)).credits.find((credit) => credit.id === talk.argument);
      return found?.recredit
        ? { texts: [], next: 'on' }
        : ending(
            'credit:recredit.none',
            undefined,
            goButton('credit:button.status', 'credit.status'),
            menuButton(),
          );
    }),
    call('request', (talk: StudentTalk) => request(talk.env, talk.command('request'), talk.argument), {
      ok: () =>
        ending(
          'credit:recredit.sent',
          undefined,
          goButton('credit:button.status', 'credit.status'),
          menuButton(),
        ),
    }),
  ],
);
