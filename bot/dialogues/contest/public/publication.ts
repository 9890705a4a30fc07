// Something was published: where, about what, with its address or a picture. A banner says its place.
import { localDate, seenOn } from '../../../../engine/kernel/calendar.ts';
import { text } from '../../../../engine/kernel/message.ts';
import {
  channels,
  collegeName,
  publishersOf,
  recordPublication,
  subjects,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { Draft } from '../../../dialogue/session.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { attach } from '../../../dialogue/steps/attach.ts';
import { call, goButton, reasonTexts, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { review } from '../../../dialogue/steps/review.ts';
import { answer, answerList } from '../../../dialogue/talk.ts';
import { civilDate } from '../../fields/civil-date.ts';
import { freeText } from '../../fields/free-text.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import { type ContestTalk, onward, runningEdition } from '../contest-talk.ts';
import { runningOnly } from './running-only.ts';

const subjectOptions = subjects.map((value) => ({ value, label: text(`contest-public:subject.${value}`) }));
const channelOptions = channels.map((value) => ({ value, label: text(`contest-public:channel.${value}`) }));

const isSeen = ({ channel }: Draft): boolean => channel === 'stand' || channel === 'banner';
const isOnline = (draft: Draft): boolean => !isSeen(draft);

/** On whose behalf, where somebody acts for several. */
export async function publisherOptions({ env, actor }: ContestTalk): Promise<readonly Option[]> {
  return Promise.all(
    publishersOf(actor).map(async (value): Promise<Option> => {
      const [kind, id = ''] = value.split(':');
      if (kind === 'college')
        return { value, label: text('contest-public:publisher.college', await collegeName(env, id)) };
      if (kind === 'region') return { value, label: text('contest-public:publisher.region', { code: id }) };
      return { value, label: text('contest-public:publisher.holding') };
    }),
  );
}

const publisherIn = ({ actor, draft }: ContestTalk): string =>
  answer(draft, 'for') || (publishersOf(actor)[0] ?? '');

const given = async (talk: ContestTalk) => {
  const { draft } = talk;
  const link = answer(draft, 'link');
  const place = answer(draft, 'place');
  return {
    ...{ edition: (await runningEdition(talk))._id, publisher: publisherIn(talk), nomination: null },
    subject: subjects.find((each) => each === draft.subject) ?? 'contest',
    channel: channels.find((each) => each === draft.channel) ?? 'site',
    ...{ title: answer(draft, 'title'), link: link === '' ? null : link, place: place === '' ? null : place },
    ...{ pictures: answerList(draft, 'pictures'), publishedOn: answer(draft, 'day') },
  };
};

export const publication: Dialogue<EngineContext> = dialogue('contest.publication', { version: 1 }, [
  runningOnly,
  say('publisher', (talk) => {
    const count = publishersOf(talk.actor).length;
    if (count === 0) return ending('common:reason.not-allowed', undefined, menuButton());
    return count === 1 ? { ...onward, known: ['for'] } : onward;
  }),
  choose('for', publisherOptions, 'contest-public:publication.for'),
  choose('subject', subjectOptions, 'contest-public:publication.subject'),
  choose('channel', channelOptions, 'contest-public:publication.channel'),
  ask('title', freeText({ least: 5, most: 300 }), 'contest-public:publication.title'),
  ask('link', freeText({ least: 8, most: 1_000 }), 'contest-public:publication.link', { when: isOnline }),
  ask('place', freeText({ least: 3, most: 200 }), 'contest-public:publication.place', {
    when: ({ channel }) => channel === 'banner',
  }),
  attach('pictures', 'contest-public:publication.pictures', { kinds: ['photo'], most: 3, when: isSeen }),
  ask('day', civilDate('past'), 'contest-public:publication.day'),
  review(
    'review',
    'contest-public:publication.review',
    (talk: ContestTalk) => ({
      title: answer(talk.draft, 'title'),
      subject: `contest-public:subject.${answer(talk.draft, 'subject')}`,
      channel: `contest-public:channel.${answer(talk.draft, 'channel')}`,
      day: seenOn(talk.now, answer(talk.draft, 'day') || localDate(talk.now)),
    }),
    {
      button: 'contest-public:button.record',
      change: [
        { step: 'title', label: 'contest-public:change.title' },
        { step: 'link', label: 'contest-public:change.link' },
        { step: 'place', label: 'contest-public:change.place' },
        { step: 'pictures', label: 'contest-public:change.pictures' },
        { step: 'day', label: 'contest-public:change.day' },
      ],
    },
  ),
  call(
    'record',
    async (talk: ContestTalk) => recordPublication(talk.env, talk.command('record'), await given(talk)),
    {
      ok: () => ({
        texts: [text('contest-public:publication.recorded')],
        buttons: [[publicityButton()], [menuButton()]],
        next: 'end',
      }),
      refused: (reasons) => ({
        texts: reasonTexts(reasons),
        buttons: [[goButton('contest-public:button.publication', 'contest.publication')], [menuButton()]],
        next: 'end',
      }),
    },
  ),
]);

export const publicityButton = () => goButton('contest-public:button.publicity', 'contest.publicity');
