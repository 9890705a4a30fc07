// The winner says whether their page is public: what it would show is told before, and it is gone as soon as they withdraw.
import { text } from '../../../../engine/kernel/message.ts';
import { isMinor } from '../../../../engine/people/age.ts';
import {
  agreeToPage,
  isPageOpen,
  winningNomination,
  withdrawPage,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { call, goButton, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { deciding } from '../../../dialogue/steps/deciding.ts';
import { invitation } from '../../guardian/invite.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import { type ContestTalk, onward, personIn } from '../contest-talk.ts';

const options: readonly Option[] = [
  { value: 'yes', label: text('contest-public:page.agree') },
  { value: 'no', label: text('contest-public:page.decline') },
];

const pageButton = async ({ env, actor }: ContestTalk) => {
  const id = (await winningNomination(env, actor.id))?._id ?? '';
  return {
    label: text('contest-public:button.open-page'),
    action: { url: env.links.page(`contest/winners/${id}`) },
  };
};

export const page: Dialogue<EngineContext> = dialogue('contest.page', { version: 1 }, [
  say('winner', async (talk) => {
    if (!(await winningNomination(talk.env, talk.actor.id)))
      return ending('contest-public:package.none', undefined, menuButton());
    if (!(await isPageOpen(talk.env, talk.actor.id))) return onward;
    const close = goButton('contest-public:button.close-page', 'contest.page-close');
    return ending('contest-public:page.is-open', undefined, await pageButton(talk), close, menuButton());
  }),
  deciding(choose('consent', options, 'contest-public:page.consent')),
  say('declined', () => ending('contest-public:page.declined', undefined, menuButton()), {
    when: (draft) => draft.consent === 'no',
  }),
  call('agree', (talk: ContestTalk) => agreeToPage(talk.env, talk.command('agree')), {
    ok: async (_id, talk) => {
      const person = await personIn(talk);
      if (person && isMinor(person, talk.now) && !(await isPageOpen(talk.env, talk.actor.id)))
        return invitation(talk, 'contest-public:page.guardian', talk.actor.id);
      return ending('contest-public:page.agreed', undefined, await pageButton(talk), menuButton());
    },
  }),
]);

export const closePage: Dialogue<EngineContext> = dialogue('contest.page-close', { version: 1 }, [
  confirm('sure', 'contest-public:page.close-sure', undefined, {
    button: 'contest-public:button.close-page',
  }),
  call('close', (talk: ContestTalk) => withdrawPage(talk.env, talk.command('close')), {
    ok: () => ending('contest-public:page.closed', undefined, menuButton()),
  }),
]);
