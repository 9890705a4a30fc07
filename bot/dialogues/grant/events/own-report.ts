// A participant of a trip sends their own report: in words, or as a file.
import { text } from '../../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { owedReports, sendTripReport } from '../../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { attach } from '../../../dialogue/steps/attach.ts';
import { call, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { answer, answerList } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import { registeredOnly } from '../../shared/register.ts';
import { argumentOf, type GrantTalk } from '../grant-talk.ts';
import { ended, placeParams, refusedWith, said } from './events-talk.ts';

const owedHere = async (talk: GrantTalk) => {
  const { project, rest: activity } = argumentOf(talk);
  const all = await owedReports(talk.env, talk.actor.id);
  return all.find((each) => each.project === project && each.activity === activity);
};

const ways: readonly Option[] = ['words', 'file'].map((value) => ({
  value,
  label: text(`grant-events:report.way.${value}`),
}));

const isWay = (way: string) => (draft: Readonly<Record<string, unknown>>) => draft.way === way;

export const ownReport: Dialogue<EngineContext> = dialogue('grant.own-report', { version: 1 }, [
  registeredOnly('grant.own-report'),
  say('is-owed', async (talk): Promise<Outcome> => {
    const owed = await owedHere(talk);
    return owed ? { texts: [], next: 'on' } : ended([text('grant-events:reason.no-report-owed')]);
  }),
  choose('way', ways, 'grant-events:report.which-way', {
    params: async (talk) => {
      const owed = await owedHere(talk);
      return owed ? placeParams(owed.plan, owed.activity) : {};
    },
  }),
  ask('words', freeText({ least: 100, most: 4_000 }), 'grant-events:report.words', { when: isWay('words') }),
  attach('files', 'grant-events:report.files', {
    ...{ kinds: ['document', 'photo'], most: 5, when: isWay('file') },
  }),
  confirm('sure', 'grant-events:report.sure', undefined, { button: 'grant-events:button.send-report' }),
  call(
    'send',
    (talk: GrantTalk) => {
      const { project, rest: activity } = argumentOf(talk);
      return sendTripReport(talk.env, talk.command('send'), {
        ...{ project, activity, words: answer(talk.draft, 'words') },
        media: answerList(talk.draft, 'files'),
      });
    },
    { ok: () => ended([said('report.done')]), refused: refusedWith() },
  ),
]);
