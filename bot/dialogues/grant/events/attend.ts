// Somebody opened the link of a list: what it is, who will see it, and the button by which they confirm that they are there.
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import {
  confirmAttendance,
  confirmRefusal,
  findGathering,
  reportAskedIn,
} from '../../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { call, reasonTexts, say } from '../../../dialogue/steps/call.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { registeredOnly } from '../../shared/register.ts';
import type { GrantTalk } from '../grant-talk.ts';
import { ended, eventButton, placeParams, planBehind, refusedWith, said } from './events-talk.ts';

async function aboutList(talk: GrantTalk) {
  const gathering = await findGathering(talk.env, talk.argument);
  if (!gathering) return {};
  return { ...placeParams(await planBehind(talk, gathering), gathering.activity), date: gathering.date };
}

export const attend: Dialogue<EngineContext> = dialogue('grant.attend', { version: 1 }, [
  // Nobody registers for a list that takes nobody.
  say('is-open', async ({ env, argument }): Promise<Outcome> => {
    const refusal = confirmRefusal(env, await findGathering(env, argument));
    return refusal ? ended(reasonTexts(refusal.reasons)) : { texts: [], next: 'on' };
  }),
  registeredOnly('grant.attend'),
  confirm('sure', 'grant-events:attend.sure', aboutList, { button: 'grant-events:button.attend' }),
  call('confirm', (talk: GrantTalk) => confirmAttendance(talk.env, talk.command('confirm'), talk.argument), {
    ok: async ({ project, activity }, talk) => {
      const plan = await planBehind(talk, { project });
      const owes = reportAskedIn(plan, activity) !== null;
      return ended(
        [said('attend.done', placeParams(plan, activity)), ...(owes ? [said('attend.report-follows')] : [])],
        ...(owes ? [eventButton('own-report', 'grant.own-report', `${project} ${activity}`)] : []),
      );
    },
    refused: refusedWith(),
  }),
]);
