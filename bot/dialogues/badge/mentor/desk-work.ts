// The desk of whoever supervises: mentors beneath them, letters to them, their own journal and page.
import { naming } from '../../../../engine/kernel/about.ts';
import { scopesOf } from '../../../../engine/kernel/actor.ts';
import { seenOn } from '../../../../engine/kernel/calendar.ts';
import { type Text, text } from '../../../../engine/kernel/message.ts';
import { nameOf } from '../../../../engine/people/reach.ts';
import {
  cardOf,
  expertsFor,
  lettersTo,
  logsBy,
  mentorsByName,
  staffPageSeenBy,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { answer } from '../../../dialogue/talk.ts';
import { menuButton } from '../../shared/endings.ts';
import type { BadgeTalk } from '../talk.ts';
import { button } from './buttons.ts';
import { notAllowed } from './seen.ts';

const SHOWN = 8;

const has = ({ actor }: BadgeTalk, role: 'expert' | 'regional-coordinator' | 'operator'): boolean =>
  scopesOf(actor, role).length > 0;

/** Journal, letters and page of one's own; the mentors beneath one. */
export const deskWork: Dialogue<EngineContext> = dialogue('badge.desk', { version: 1 }, [
  say('show', async (talk: BadgeTalk) => {
    const own = await logsBy(talk.env, talk.actor.id, talk.actor.id, SHOWN);
    const above = has(talk, 'expert') || has(talk, 'regional-coordinator') || has(talk, 'operator');
    const gets = has(talk, 'regional-coordinator') || has(talk, 'operator');
    return {
      texts: [
        text('badge-mentor:desk.title'),
        ...own.map((each) =>
          text('badge-mentor:desk.log', { at: seenOn(talk.now, each.at.toISOString()), words: each.text }),
        ),
      ],
      buttons: [
        button('log-own', 'badge.log-own'),
        button('page', 'badge.staff-page'),
        ...(above ? [button('mentors', 'badge.mentors')] : []),
        ...(gets ? [button('letters', 'badge.letters')] : []),
        ...(has(talk, 'regional-coordinator') ? [button('letter', 'badge.letter')] : []),
        menuButton(),
      ].map((each) => [each]),
      next: 'end',
    };
  }),
]);

export const letters: Dialogue<EngineContext> = dialogue('badge.letters', { version: 1 }, [
  say('show', async (talk: BadgeTalk) => {
    const found = await lettersTo(talk.env, { actor: talk.actor }, SHOWN);
    const lines = [];
    for (const { kind, from, text: words, recommendation, subject } of found) {
      const params = { name: await nameOf(talk.env, from), words, recommendation: recommendation ?? '' };
      lines.push(naming(text(`badge-mentor:letter.${kind}`, params), from, subject));
    }
    return {
      texts: lines.length > 0 ? lines : [text('badge-mentor:desk.no-letters')],
      buttons: [[menuButton()]],
      next: 'end',
    };
  }),
]);

const mentorOptions = async ({ env, actor }: BadgeTalk): Promise<readonly Option[]> =>
  (await mentorsByName(env, actor)).map(({ id, name }) => ({
    value: id,
    label: naming(text('badge-mentor:button.open-participant', { name }), id),
  }));

export const mentors: Dialogue<EngineContext> = dialogue('badge.mentors', { version: 2 }, [
  choose('mentor', mentorOptions, 'badge-mentor:desk.mentors', {
    none: 'badge-mentor:desk.no-mentors',
    params: async (talk) => ({ count: (await mentorOptions(talk)).length }),
  }),
  say('open', ({ draft }) => ({
    texts: [],
    next: { go: 'badge.mentor', argument: answer(draft, 'mentor') },
  })),
]);

async function expertText({ env, argument }: BadgeTalk): Promise<Text> {
  const { expert } = await cardOf(env, argument);
  if (expert === null) return text('badge-mentor:desk.no-expert');
  return naming(text('badge-mentor:desk.expert', { name: await nameOf(env, expert) }), expert);
}

/** A mentor's page, with what one wrote about them. */
export const mentor: Dialogue<EngineContext> = dialogue('badge.mentor', { version: 1 }, [
  say('show', async (talk: BadgeTalk) => {
    const { env, actor, argument } = talk;
    const page = argument === '' ? null : await staffPageSeenBy(env, { actor }, argument);
    if (!page || argument === actor.id) return notAllowed();
    const { about, achievements, contact, photo, scans } = page;
    const name = await nameOf(env, argument);
    const own = await logsBy(env, actor.id, argument, SHOWN);
    const assigns = (await expertsFor(env, actor, argument)) !== null;
    return {
      texts: [
        naming(
          text('badge-mentor:desk.page', {
            ...{ name, about: about || '—', achievements: achievements || '—', contact: contact || '—' },
          }),
          argument,
        ),
        await expertText(talk),
        ...own.map((each) =>
          text('badge-mentor:desk.log', { at: seenOn(talk.now, each.at.toISOString()), words: each.text }),
        ),
      ],
      media: [...(photo ? [photo] : []), ...scans],
      buttons: [
        button('log', 'badge.log-mentor', argument),
        ...(has(talk, 'expert') ? [button('conclude', 'badge.conclude-mentor', argument)] : []),
        ...(assigns ? [button('assign-expert', 'badge.assign-expert', argument)] : []),
        button('hand-over', 'badge.hand-over', argument),
        menuButton(),
      ].map((each) => [each]),
      next: 'end',
    };
  }),
]);
