// The journal of a bronze level: thirteen weeks of sport, talent and volunteering, books, a standard, an expedition of two days,
// short videos; the mentor confirms entries one by one or a week at once, and then every direction.
import { DAY } from '../../../engine/kernel/clock.ts';
import type { World } from '../../support/world/world.ts';
import type { Cast } from './cast.ts';
import { habitOf, quietWeek, waiting } from './quiet-week.ts';
import { asked, goes, photo, say, type Turn, tap } from './steps.ts';
import { wordsIn } from './words.ts';

const WEEKS = 13;
const ASTANA = { kk: 'Астана', ru: 'Астана', en: 'Astana' };
const today = (kind: string): Turn => [`badge-journal:write.date-of.${kind}`, tap('common:day.today')];
const noFiles: Turn = ['badge-journal:write.media', tap('common:button.skip')];

/** One entry from the menu on. */
async function written({ participant }: Cast, direction: string, ...turns: readonly Turn[]): Promise<void> {
  await goes(participant, 'badge-journal:button.write', 'badge:state.active');
  await asked(
    participant,
    ['badge-journal:write.direction', tap(`rules:requirement.badge.${direction}`)],
    ...turns,
    ['badge-journal:write.review', tap('badge-journal:button.send')],
  );
  await participant.hears('badge-journal:write.sent');
}

/** One entry from the menu to the mentor's confirmation. */
async function entry(cast: Cast, direction: string, ...turns: readonly Turn[]): Promise<void> {
  await written(cast, direction, ...turns);
  await asked(cast.mentor, ['badge-mentor:card.ahead', tap('badge-mentor:button.approve')]);
  await cast.mentor.hears('badge-mentor:result.approved');
}

const kind = (name: string): Turn => ['badge-journal:write.kind', tap(`badge-journal:kind.${name}`)];

const lesson = ({ participant }: Cast): readonly Turn[] => [
  kind('lesson'),
  ['badge-journal:write.text', say(wordsIn[participant.language].lesson)],
  ['badge-journal:write.minutes', say('1:00')],
  noFiles,
  today('lesson'),
];

const action = ({ participant }: Cast): readonly Turn[] => {
  const words = wordsIn[participant.language];
  return [
    ['badge-journal:write.title', say(words.action)],
    ['badge-journal:write.text', say(words.lesson)],
    ['badge-journal:write.outcome', say(words.outcome)],
    ['badge-journal:write.minutes', say('1:00')],
    ['badge-journal:write.proof', photo],
    today('action'),
  ];
};

export async function firstWeek(_world: World, cast: Cast): Promise<void> {
  await entry(cast, 'sport', ...lesson(cast));
  await entry(cast, 'talent', ...lesson(cast));
  await entry(cast, 'volunteering', ...action(cast));
}

/** The second week is told, and confirmed at once; those after it go like it. */
export async function weeksPass(world: World, cast: Cast): Promise<void> {
  const habit = await habitOf(world);
  await world.clock.advance(7 * DAY);
  await written(cast, 'sport', ...lesson(cast));
  await written(cast, 'talent', ...lesson(cast));
  await written(cast, 'volunteering', ...action(cast));
  await waiting(world, habit.length);
  await weekIsConfirmed(cast);
  for (let week = 3; week <= WEEKS; week += 1) await quietWeek(world, habit);
  await goes(cast.participant, 'badge-journal:button.progress', 'badge:state.active');
  await cast.participant.hears('badge-journal:progress.level');
}

async function weekIsConfirmed({ mentor }: Cast): Promise<void> {
  await mentor.say('/queue');
  await asked(
    mentor,
    ['reviews:queue.title', tap('reviews:button.open-oldest')],
    ['badge-mentor:card.ahead', tap('badge-mentor:button.approve-week')],
    ['reviews:bulk.ask', tap('badge-mentor:button.approve-week')],
  );
  await mentor.hears('reviews:bulk.done');
}

const book = (cast: Cast, direction: 'reading' | 'heritage', title: string): Promise<void> => {
  const essay = wordsIn[cast.participant.language].essay.repeat(8);
  const turns: readonly Turn[] = [
    ['badge-journal:write.book', say(title)],
    ['badge-journal:write.essay', say(essay)],
    noFiles,
    today('book'),
  ];
  return entry(cast, direction, ...(direction === 'heritage' ? [kind('book')] : []), ...turns);
};

const titles = {
  kk: ['Абай жолы', 'Шал мен теңіз', 'Қызықты физика', 'Қара сөздер'],
  ru: ['Путь Абая', 'Старик и море', 'Занимательная физика', 'Слова назидания'],
  en: ['The Path of Abai', 'The Old Man and the Sea', 'Physics for Entertainment', 'The Book of Words'],
} as const;

export async function booksAreRead(_world: World, cast: Cast): Promise<void> {
  const [kazakh, world, science, extra] = titles[cast.participant.language];
  for (const title of [kazakh, world, science]) await book(cast, 'reading', title);
  await book(cast, 'heritage', extra);
}

const standards = {
  kk: [
    ['1000 метрге жүгіру', '5:10'],
    ['60 метрге жүгіру', '11'],
    ['Орнынан ұзындыққа секіру', '160'],
    ['Алға еңкею', '6'],
  ],
  ru: [
    ['Бег на 1000 метров', '5:10'],
    ['Бег на 60 метров', '11'],
    ['Прыжок в длину с места', '160'],
    ['Наклон вперёд', '6'],
  ],
  en: [
    ['1,000 metre run', '5:10'],
    ['60 metre run', '11'],
    ['Standing long jump', '160'],
    ['Forward bend', '6'],
  ],
} as const;

export async function standardsAreMet(_world: World, cast: Cast): Promise<void> {
  for (const [name, value] of standards[cast.participant.language])
    await entry(
      cast,
      'sport',
      kind('standard'),
      ['badge-journal:write.standard', tap(name)],
      ['badge-journal:write.value', say(value)],
      noFiles,
      today('standard'),
    );
}

const tripDay = (cast: Cast): Promise<void> => {
  const words = wordsIn[cast.participant.language];
  return entry(
    cast,
    'tourism',
    ['badge-journal:write.region', tap(ASTANA[cast.participant.language])],
    ['badge-journal:write.title', say(words.trip)],
    ['badge-journal:write.text', say(words.lesson)],
    ['badge-journal:write.outcome', say(words.outcome)],
    ['badge-journal:write.proof', photo],
    today('trip-day'),
  );
};

export async function expedition(world: World, cast: Cast): Promise<void> {
  await tripDay(cast);
  await world.clock.advance(DAY);
  await tripDay(cast);
}

export async function resultsAreShown(_world: World, cast: Cast): Promise<void> {
  for (const direction of ['sport', 'talent'])
    await entry(
      cast,
      direction,
      kind('result'),
      [
        'badge-journal:write.video',
        async (person) => {
          await person.sendVideo();
          await person.hears('common:dialogue.files-so-far');
          await person.tap('common:button.done');
        },
      ],
      today('result'),
    );
}

export async function directionsAreConfirmed(_world: World, { mentor, participant }: Cast): Promise<void> {
  const words = wordsIn[mentor.language];
  await goes(mentor, 'badge-staff:button.mentees');
  await asked(mentor, ['badge-staff:mentee.list', tap('badge-staff:button.mentee')]);
  await asked(mentor, ['badge-staff:mentee.talk', tap('badge-mentor:button.journal')]);
  for (let left = 6; left > 0; left -= 1) {
    await asked(
      mentor,
      ['badge-mentor:journal.title', tap('badge-mentor:button.confirm-direction')],
      ['badge-mentor:confirm.assessment', say(words.assessment)],
      ['badge-mentor:confirm.sure', tap('badge-mentor:button.confirm-it')],
    );
    await mentor.hears('badge-mentor:confirm.done');
    if (left > 1) await mentor.tap('badge-mentor:button.journal');
  }
  await participant.getsNotice('badge-journal:notice.level-complete');
}
