// Publications in the chat: recorded by a college, a department and the Holding, counted, and planned for winners.
import { expect, it } from 'vitest';
import { publicationCount } from '../../../engine/programmes/contest/programme.ts';
import { chatting, said } from '../../support/contest/chats.ts';
import { college } from '../../support/contest/people.ts';
import { jpeg } from '../../support/contest/pictures.ts';
import { placed } from '../../support/contest/winners.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const engine = withEngine('test', { start: '2026-11-02T06:00:00Z' });

it('C-39: takes a link, refuses the same again, and shows the count', async () => {
  const { chat } = await chatting(engine, 'staff', 'Холдинг Қызметкері', [{ role: 'holding', scope: 'all' }]);
  const record = async (link: string) => {
    await chat.say('/menu');
    await chat.tap('contest-public:button.publicity');
    await chat.tap('contest-public:button.publication');
    await chat.tap('contest-public:subject.participants');
    await chat.tap('contest-public:channel.media');
    await chat.sayAll('Үздік студенттер туралы', link, '01.11.2026');
    expect(said(chat)).toEqual(['contest-public:publication.review']);
    await chat.tap('contest-public:button.record');
  };
  await record('https://example.org/news');
  expect(said(chat)).toEqual(['contest-public:publication.recorded']);
  await record('http://www.example.org/news/?utm_source=x');
  expect(said(chat)).toEqual(['contest-public:reason.publication-known']);
  await chat.say('/menu');
  await chat.tap('contest-public:button.publicity');
  expect(chat.words).toContain('вышел 1 материал об участниках, нужно больше 20: не хватает 20');
});

it('C-12: shows a college what it has to publish, and takes the picture of its stand', async () => {
  await college(engine.ctx, 'alpha');
  const grants = [{ role: 'college-officer', scope: 'college:alpha' }] as const;
  const { chat } = await chatting(engine, 'staff', 'Жауапты Қызметкер', grants);
  await chat.say('/menu');
  await chat.tap('contest-public:button.publicity');
  expect(chat.words).toContain('О самом конкурсе — Информационный стенд: ещё не записано');
  await chat.tap('contest-public:button.publication');
  await chat.tap('contest-public:subject.contest');
  await chat.tap('contest-public:channel.stand');
  await chat.say('Байқау туралы хабарландыру');
  await chat.sendPhoto({}, jpeg());
  await chat.tap('common:button.done');
  await chat.say('20.01.2026');
  await chat.tap('contest-public:button.record');
  expect(said(chat)).toEqual(['contest-public:publication.recorded']);
  await chat.tap('contest-public:button.publicity');
  expect(chat.words).toContain('✅ О самом конкурсе — Информационный стенд: 1 запись');
  expect(await publicationCount(engine.ctx, '2026')).toMatchObject({ participants: 0 });
});

it('C-37: plans the publicity of a winner, those without a plan first', async () => {
  const { chat } = await chatting(engine, 'staff', 'Холдинг Қызметкері', [{ role: 'holding', scope: 'all' }]);
  await placed(engine.ctx, { name: 'Мысал Жеңімпаз' });
  await chat.say('/menu');
  await chat.tap('contest-public:button.publicity');
  await chat.tap('contest-public:button.plan');
  await chat.tap('▫️ Мысал Жеңімпаз · плана нет');
  await chat.tap('contest-public:channel.media');
  await chat.sayAll('Республикалық газет', '20.11.2026');
  expect(said(chat)).toEqual(['contest-public:plan.planned']);
  await chat.tap('contest-public:button.plan');
  expect(chat.buttons[0]).toBe('Мысал Жеңімпаз · 1 пункт, выполнено: 0');
  // What came of it is told by its address, counts once, and does the item.
  engine.clock.set('2026-11-21T06:00:00Z');
  const before = await publicationCount(engine.ctx, '2026');
  await chat.say('/menu');
  await chat.tap('contest-public:button.publicity');
  await chat.tap('contest-public:button.plan-done');
  await chat.tap('Мысал Жеңімпаз · осталось 1');
  await chat.tap('Республикалық газет · СМИ, 20 ноября');
  await chat.tap('contest-public:plan.by-link');
  await chat.sayAll('https://example.org/gazet/20', '20.11.2026');
  expect(said(chat)).toEqual(['contest-public:plan.done']);
  expect(await publicationCount(engine.ctx, '2026')).toMatchObject({ participants: before.participants + 1 });
  await chat.tap('contest-public:button.plan-done');
  expect(said(chat)).toEqual(['contest-public:plan.nothing-open']);
});
