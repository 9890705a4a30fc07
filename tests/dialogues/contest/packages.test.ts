// A winner's package in the chat: written piece by piece, checked as it comes, sent by the department, seen by the Holding.
import { expect, it } from 'vitest';
import { packageSeenBy } from '../../../engine/programmes/contest/programme.ts';
import { chatting, said } from '../../support/contest/chats.ts';
import { jpeg } from '../../support/contest/pictures.ts';
import { firstWords, whole } from '../../support/contest/texts.ts';
import { holding, placed } from '../../support/contest/winners.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const engine = withEngine('test', { start: '2026-10-16T06:00:00Z' });

const halves = (language: 'kk' | 'ru' | 'en'): readonly string[] => {
  const paragraphs = whole(language).split('\n');
  return [paragraphs.slice(0, 4).join('\n'), paragraphs.slice(4).join('\n')];
};

it('C-28 C-29 C-36: is written over days, sent complete, and seen by the Holding', async () => {
  const winner = await chatting(engine, 'participant', 'Мысал Жеңімпаз');
  const { id } = await placed(engine.ctx, { actor: winner.actor });
  const grants = [{ role: 'education-department', scope: 'region:71' }] as const;
  const department = await chatting(engine, 'staff', 'Басқарма Қызметкері', grants);
  const centre = await chatting(engine, 'staff', 'Холдинг Қызметкері', [{ role: 'holding', scope: 'all' }]);
  const { chat } = winner;

  await chat.say('/menu');
  await chat.tap('contest-public:button.package');
  expect(chat.words).toContain('На казахском: 0 слов');
  for (const language of ['kk', 'ru', 'en'] as const) {
    const [first = '', second = ''] = halves(language);
    await chat.tap(`contest-public:package.write-${language}`);
    expect(said(chat)).toEqual(['contest-public:package.text']);
    await chat.say(first);
    expect(said(chat)[0]).toBe('contest-public:package.kept');
    await chat.tap(`contest-public:package.write-${language}`);
    expect(said(chat)).toEqual(['contest-public:package.how']);
    await chat.tap('contest-public:package.append');
    await chat.say(second);
  }
  expect(chat.words).toContain('✅ На русском: 344 слова');
  await chat.tap('contest-public:package.give-photo');
  await chat.sendPhoto({ name: 'portrait.jpg' });
  expect(said(chat)).toContain('contest-public:reason.photo-not-jpeg');
  expect(chat.words).toContain('Это не JPEG');
  await chat.tap('contest-public:package.give-photo');
  await chat.sendPhoto({ mime: 'image/jpeg' }, jpeg());
  expect(said(chat)).toContain('contest-public:package.is-whole');
  expect(chat.buttons.join()).not.toContain('Холдинг');

  await department.chat.say('/menu');
  await department.chat.tap('contest-public:button.packages');
  await department.chat.tap('✅ Мысал Жеңімпаз · готово');
  await department.chat.tap('contest-public:package.send');
  expect(said(department.chat)).toEqual(['contest-public:package.sent']);
  expect((await packageSeenBy(engine.ctx, holding, id)).sent?.by).toBe(department.actor.id);

  await engine.carryOn();
  expect(centre.chat.newest).toContain('Пришли сведения о победителе: Мысал Жеңімпаз');
  await centre.chat.tap('contest-public:button.packages');
  await centre.chat.tap('📨 Мысал Жеңімпаз');
  expect(said(centre.chat)).toContain('contest-public:package.is-sent');
});

it('C-30 C-36: says what is wrong at once, and what is missing to the Holding', async () => {
  const winner = await chatting(engine, 'participant', 'Мысал Жеңімпаз');
  await placed(engine.ctx, { actor: winner.actor });
  const centre = await chatting(engine, 'staff', 'Холдинг Қызметкері', [{ role: 'holding', scope: 'all' }]);
  const { chat } = winner;
  await chat.say('/menu');
  await chat.tap('contest-public:button.package');
  await chat.tap('contest-public:package.write-kk');
  await chat.say(firstWords('ru', 100));
  expect(chat.words).toContain('Здесь нужен текст на казахском, а прислан на русском.');
  await centre.chat.say('/menu');
  await centre.chat.tap('contest-public:button.packages');
  await centre.chat.tap('✏️ Мысал Жеңімпаз · не хватает: 5 пунктов');
  expect(centre.chat.words).toContain('Описание на казахском: 100 слов из 250, осталось 150.');
  expect(centre.chat.words).toContain('Фотографии победителя ещё нет.');
});

it('C-28: is told of and reminded three days before it is due', async () => {
  const winner = await chatting(engine, 'participant', 'Мысал Жеңімпаз');
  await placed(engine.ctx, { actor: winner.actor });
  const { chat } = winner;
  await chat.say('/menu');
  await chat.tap('contest-public:button.package');
  await chat.tap('contest-public:package.write-ru');
  await chat.say('Первые слова.');
  await engine.carryOn();
  expect(chat.newest).toContain('до 20 октября, 23:59:59');
  engine.clock.set('2026-10-17T05:00:00Z');
  await engine.carryOn();
  expect(chat.newest).toContain('ещё не отправлены в Холдинг');
});
