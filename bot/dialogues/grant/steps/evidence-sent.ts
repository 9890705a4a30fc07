// The last look at evidence before it is sent, its sending, and what is said of it.
import { seenOn } from '../../../../engine/kernel/calendar.ts';
import { type Text, text } from '../../../../engine/kernel/message.ts';
import type { Reason } from '../../../../engine/kernel/result.ts';
import {
  activityNamed,
  indicatorNamed,
  sendEvidence,
} from '../../../../engine/programmes/grant/programme.ts';
import type { Outcome } from '../../../dialogue/step.ts';
import { askAgain, showReasons } from '../../../dialogue/steps/call.ts';
import { answer, answerList } from '../../../dialogue/talk.ts';
import { menuButton } from '../../shared/endings.ts';
import { argumentOf, button, ending, type GrantTalk, projectButton } from '../grant-talk.ts';
import { NOT_SHARED } from './evidence-options.ts';
import { choosing, kindIn } from './meant.ts';

const filesIn = ({ draft }: GrantTalk): readonly string[] =>
  ['photos', 'video', 'papers'].flatMap((step) => answerList(draft, step));

const numberIn = ({ draft }: GrantTalk, step: string): number | null =>
  draft[step] === undefined || draft[step] === null ? null : Number(draft[step]);

/** What was answered, a line each; what was not asked, or left out, is not there. */
export async function reviewFacts(talk: GrantTalk): Promise<readonly Text[]> {
  const { plan, activity, indicator } = await choosing(talk);
  const count = filesIn(talk).length;
  const given = (name: string) => ({ name, value: answer(talk.draft, name) });
  const share = answer(talk.draft, 'share');
  const shared = { name: 'shared', value: share === NOT_SHARED ? '' : share };
  const date = text('grant:send.line.date', { date: seenOn(talk.now, answer(talk.draft, 'date')) });
  const told = (all: readonly { readonly name: string; readonly value: string }[]) =>
    all
      .filter(({ value }) => value !== '')
      .map(({ name, value }) => text(`grant:send.line.${name}`, { [name]: value }));
  return [
    text('grant:send.line.head', { ...activityNamed(plan, activity), ...indicatorNamed(plan, indicator) }),
    ...(count > 0 ? [text('grant:send.line.files', { count })] : []),
    ...told(['link', 'quantity', 'people', 'participant'].map(given)),
    date,
    ...told([given('place'), shared]),
  ];
}

export async function send(talk: GrantTalk) {
  const { draft } = talk;
  const found = await choosing(talk);
  const share = answer(draft, 'share');
  return sendEvidence(talk.env, talk.command('send'), {
    ...{ project: argumentOf(talk).project, indicator: found.indicator, part: found.part },
    alsoServes: share === '' || share === NOT_SHARED ? [] : [share],
    ...{ kind: kindIn(talk, found), media: filesIn(talk), link: answer(draft, 'link') || null },
    ...{ quantity: numberIn(talk, 'quantity'), people: numberIn(talk, 'people') },
    ...{ date: answer(draft, 'date'), place: answer(draft, 'place') || null },
    ...{ participant: answer(draft, 'participant') || null, note: null },
  });
}

export async function sent(_id: string, talk: GrantTalk): Promise<Outcome> {
  const { plan, activity, indicator } = await choosing(talk);
  const { project } = argumentOf(talk);
  return ending(
    'send.done',
    indicatorNamed(plan, indicator),
    button('send-more', 'grant.send', `${project} ${activity}`),
    button('activity', 'grant.activity', `${project} ${activity}`),
    projectButton(project),
    menuButton(),
  );
}

const ABOUT_THE_DATE = [
  'grant.date-before',
  'grant.date-in-future',
  'grant.not-a-trip-day',
  'grant.date-unreadable',
];
const ABOUT_THE_LINK = ['grant.no-link', 'grant.wrong-network'];

export function sentRefused(reasons: readonly Reason[], talk: GrantTalk): Outcome {
  const code = reasons[0]?.code ?? '';
  if (ABOUT_THE_DATE.includes(code)) return askAgain('date')(reasons);
  if (ABOUT_THE_LINK.includes(code)) return askAgain('link')(reasons);
  if (code === 'grant.no-such-participant') return askAgain('participant')(reasons);
  return { ...showReasons(reasons), buttons: [[projectButton(argumentOf(talk).project)], [menuButton()]] };
}
