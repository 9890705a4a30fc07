// A planned publication about a winner came about: which, when, and where it is to be seen, by its address or a picture.
import { seenOn } from '../../../../engine/kernel/calendar.ts';
import { type Text, text } from '../../../../engine/kernel/message.ts';
import {
  actsForRepublic,
  namesOf,
  plansSeenBy,
  reportPlanned,
  type WinnerPlan,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { Draft } from '../../../dialogue/session.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { attach } from '../../../dialogue/steps/attach.ts';
import { call, goButton, reasonTexts, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { answer, answerList } from '../../../dialogue/talk.ts';
import { civilDate } from '../../fields/civil-date.ts';
import { freeText } from '../../fields/free-text.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import { type ContestTalk, onward, runningEdition } from '../contest-talk.ts';
import { runningOnly } from './running-only.ts';

const openItems = ({ items }: WinnerPlan) => items.filter(({ publication }) => publication === null);

/** Winners of whose plan something is still open. */
async function openPlans(talk: ContestTalk): Promise<readonly WinnerPlan[]> {
  const plans = await plansSeenBy(talk.env, talk.actor, (await runningEdition(talk))._id);
  return plans.filter((each) => openItems(each).length > 0);
}

async function winners(talk: ContestTalk): Promise<readonly Option[]> {
  const plans = await openPlans(talk);
  const names = await namesOf(
    talk.env,
    plans.map(({ person }) => person),
  );
  return plans.map((plan) => ({
    value: plan.nomination,
    label: text('contest-public:plan.open', {
      ...{ name: names.get(plan.person) ?? '—', count: openItems(plan).length },
    }),
  }));
}

async function items(talk: ContestTalk): Promise<readonly Option[]> {
  const plan = (await openPlans(talk)).find(({ nomination }) => nomination === answer(talk.draft, 'who'));
  return (plan ? openItems(plan) : []).map(({ id, channel, where, day }) => ({
    value: id,
    label: itemText(channel, where, day, talk.now),
  }));
}

const itemText = (channel: string, where: string, day: string, now: Date): Text =>
  text('contest-public:plan.item', {
    ...{ channel: `contest-public:channel.${channel}`, where, day: seenOn(now, day) },
  });

const proofs: readonly Option[] = [
  { value: 'link', label: text('contest-public:plan.by-link') },
  { value: 'picture', label: text('contest-public:plan.by-picture') },
];

const isBy =
  (proof: string) =>
  (draft: Draft): boolean =>
    draft.proof === proof;

export const planDone: Dialogue<EngineContext> = dialogue('contest.plan-done', { version: 1 }, [
  runningOnly,
  say('may', ({ actor }) =>
    actsForRepublic(actor) ? onward : ending('common:reason.not-allowed', undefined, menuButton()),
  ),
  choose('who', winners, 'contest-public:plan.whose', { none: 'contest-public:plan.nothing-open' }),
  choose('item', items, 'contest-public:plan.which', { none: 'contest-public:plan.nothing-open' }),
  choose('proof', proofs, 'contest-public:plan.proof'),
  ask('link', freeText({ least: 8, most: 1_000 }), 'contest-public:publication.link', {
    when: isBy('link'),
  }),
  attach('pictures', 'contest-public:publication.pictures', {
    ...{ kinds: ['photo'], most: 3, when: isBy('picture') },
  }),
  ask('day', civilDate('past'), 'contest-public:publication.day'),
  call(
    'report',
    ({ env, draft, command }: ContestTalk) =>
      reportPlanned(env, command('report'), {
        ...{ nomination: answer(draft, 'who'), item: answer(draft, 'item') },
        link: isBy('link')(draft) ? answer(draft, 'link') : null,
        pictures: isBy('picture')(draft) ? answerList(draft, 'pictures') : [],
        publishedOn: answer(draft, 'day'),
      }),
    {
      ok: () => ending('contest-public:plan.done', undefined, planDoneButton(), menuButton()),
      refused: (reasons) => ({
        ...{ texts: reasonTexts(reasons), buttons: [[planDoneButton()], [menuButton()]], next: 'end' },
      }),
    },
  ),
]);

export const planDoneButton = () => goButton('contest-public:button.plan-done', 'contest.plan-done');
