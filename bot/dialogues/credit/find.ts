// A student looks for a project by direction and region, reads its card and books an interview.

import { chatKey } from '../../../engine/kernel/chat.ts';
import { text } from '../../../engine/kernel/message.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Direction, directions, openProjects } from '../../../engine/programmes/credit/programme.ts';
import type { Draft } from '../../dialogue/session.ts';
import { type Dialogue, dialogue, type Outcome } from '../../dialogue/step.ts';
import { say } from '../../dialogue/steps/call.ts';
import { choose, type Option } from '../../dialogue/steps/choose.ts';
import { answer } from '../../dialogue/talk.ts';
import { regionOptions } from '../fields/regions.ts';
import { bookSteps, isFree, mayBook } from './book-steps.ts';
import { consentingOnly } from './consent.ts';
import { type StudentTalk, studentsOnly } from './student.ts';

const ANY = 'any';
const OTHER = 'other';

const directionOptions: readonly Option[] = [
  ...directions.map((each) => ({ value: each, label: text(`organisations:direction.${each}`) })),
  { value: ANY, label: text('credit:find.any-direction') },
];

export const find: Dialogue<EngineContext> = dialogue('credit.find', { version: 1 }, [
  studentsOnly,
  consentingOnly,
  mayBook,
  choose('direction', directionOptions, 'credit:find.which-direction'),
  choose('where', whereOptions, 'credit:find.where'),
  choose('region', regionOptions, 'credit:find.which-region', { when: (draft) => draft.where === OTHER }),
  say('found', nothingFound),
  choose('project', projectOptions, 'credit:find.which-project', {
    params: async (talk) => ({ count: (await found(talk)).length }),
  }),
  ...bookSteps,
]);

/** A project that was linked to: its card and its times. */
export const book: Dialogue<EngineContext> = dialogue('credit.book', { version: 1 }, [
  studentsOnly,
  consentingOnly,
  mayBook,
  ...bookSteps,
]);

async function whereOptions(talk: StudentTalk): Promise<readonly Option[]> {
  const mine = (await personOfChat(talk.env, chatKey(talk.address)))?.region;
  const own = mine ? [{ value: mine, label: text('common:region', { code: mine }) }] : [];
  return [
    ...own,
    { value: ANY, label: text('credit:find.all-regions') },
    { value: OTHER, label: text('credit:find.other-region') },
  ];
}

function found(talk: StudentTalk) {
  const direction = directions.find((each): each is Direction => each === talk.draft.direction);
  const region = regionOf(talk.draft);
  const search = { ...(direction && { direction }), ...(region && { region }) };
  return openProjects(talk.env, search).then((projects) => projects.filter(isFree));
}

function regionOf(draft: Draft): string | null {
  const where = answer(draft, 'where');
  if (where === ANY) return null;
  return where === OTHER ? answer(draft, 'region') : where;
}

async function nothingFound(talk: StudentTalk): Promise<Outcome> {
  if ((await found(talk)).length > 0) return { texts: [], next: 'on' };
  if (regionOf(talk.draft) !== null)
    return { texts: [text('credit:find.none-here')], next: { back: 'where' } };
  return { texts: [text('credit:find.none')], next: { back: 'direction' } };
}

async function projectOptions(talk: StudentTalk): Promise<readonly Option[]> {
  return (await found(talk)).map(({ id, title, placesLeft }) => ({
    value: id,
    label: text('credit:find.project', { title, count: placesLeft }),
  }));
}
