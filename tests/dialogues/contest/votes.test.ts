// Voting in the chat: by a shared link or by choice, with the college's word where its roster does not know somebody.
import { expect, it } from 'vitest';
import { votes } from '../../../engine/programmes/contest/votes/store.ts';
import { chatting, said } from '../../support/contest/chats.ts';
import { college } from '../../support/contest/people.ts';
import { placed } from '../../support/contest/winners.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const engine = withEngine('test', { start: '2026-09-10T06:00:00Z' });

const atCollege = async () => {
  await college(engine.ctx, 'alpha');
  return placed(engine.ctx, { state: 'at-college', name: 'Мысал Үміткер' });
};

it('C-15 C-20: goes from a shared link over the college’s word to the one vote', async () => {
  const { id } = await atCollege();
  const grants = [{ role: 'college-officer', scope: 'college:alpha' }] as const;
  const officer = await chatting(engine, 'staff', 'Жауапты Қызметкер', grants);
  const { chat, actor } = await chatting(engine, 'participant', 'Мысал Дауыс');
  await chat.say(`/start vote_${id}`);
  expect(said(chat)).toEqual(['contest-public:vote.sure']);
  expect(chat.words).toContain('Мысал Үміткер');
  await chat.tap('contest-public:button.vote');
  expect(said(chat)).toEqual(['contest-public:reason.elector-outside']);
  await chat.tap('contest-public:button.elector');
  await chat.tap('Астана');
  await chat.tap('Колледж «alpha»');
  await chat.tap('contest-public:elector.as-student');
  expect(said(chat)).toEqual(['contest-public:elector.asked']);
  expect(await votes.on(engine.ctx.db).countDocuments({})).toBe(0);

  await engine.carryOn();
  expect(officer.chat.newest).toContain('Мысал Дауыс');
  await officer.chat.tap('contest-public:button.electors');
  await officer.chat.tap('Мысал Дауыс · студент');
  await officer.chat.tap('contest-public:electors.confirm');
  await engine.carryOn();
  expect(chat.newest).toContain('можно голосовать');
  await chat.tap('contest-public:button.vote-for');
  await chat.tap('Мысал Үміткер · колледж');
  await chat.tap('contest-public:button.vote');
  expect(said(chat)).toEqual([
    'contest-public:vote.cast',
    'contest-public:vote.total',
    'contest-public:vote.share',
  ]);
  expect(chat.words).toContain(`vote_${id}`);
  expect(await votes.on(engine.ctx.db).countDocuments({ voter: actor.id })).toBe(1);

  await chat.say(`/start vote_${id}`);
  await chat.tap('contest-public:button.vote');
  expect(said(chat)).toEqual(['contest-public:reason.voted-already']);

  await officer.chat.say('/menu');
  await officer.chat.tap('contest-public:button.votes');
  await officer.chat.tap('Мысал Үміткер');
  expect(officer.chat.words).toContain('1 голос (внутренний этап)');
});

it('C-15: knows at once whom the pasted roster names', async () => {
  await atCollege();
  const grants = [{ role: 'college-officer', scope: 'college:alpha' }] as const;
  const officer = await chatting(engine, 'staff', 'Жауапты Қызметкер', grants);
  await officer.chat.say('/menu');
  await officer.chat.tap('contest-public:button.roster');
  await officer.chat.say('Дауыс Мысал; вчера; студент');
  expect(said(officer.chat)).toContain('contest-public:reason.roster-line');
  await officer.chat.say('Дауыс Мысал; 04.04.2006; педагог\nТағы Біреу; 2007-01-31; студент');
  expect(officer.chat.words).toContain('Добавлено 2 человека');
  const { chat } = await chatting(engine, 'participant', 'Мысал Дауыс');
  await chat.say('/menu');
  expect(chat.buttons.join()).not.toContain('Голосовать');
  await chat.tapRaw('go:contest.elector:');
  await chat.tap('Астана');
  await chat.tap('Колледж «alpha»');
  await chat.tap('contest-public:elector.as-teacher');
  expect(said(chat)).toEqual(['contest-public:elector.confirmed', 'contest-public:vote.who']);
});
