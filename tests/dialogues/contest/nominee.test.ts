// A nominee in the chat: where they stand at every state, on which day it is decided and what comes next; and who is turned
// away, by the words of the rule.
import { expect, it } from 'vitest';
import { ok } from '../../../engine/kernel/result.ts';
import { giveConsent } from '../../../engine/people/consents.ts';
import { consentTerms, type NominationState } from '../../../engine/programmes/contest/programme.ts';
import { nominations } from '../../../engine/programmes/contest/store.ts';
import { change } from '../../../engine/store/command.ts';
import { chatting, said } from '../../support/contest/chats.ts';
import { college, command, unwrap } from '../../support/contest/people.ts';
import { placed } from '../../support/contest/winners.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const engine = withEngine('file', { start: '2026-09-10T06:00:00Z' });

/** State, the day that the screen names, and a word about what comes next. */
const screens: readonly (readonly [NominationState, string, RegExp])[] = [
  ['proposed', '30 сентября', /решит комиссия колледжа/],
  ['at-college', '30 сентября', /Следующий этап — региональный/],
  ['chosen', '5 октября', /направит Вас на региональный/],
  ['reserve', '5 октября', /Если место освободится/],
  ['sent', '15 октября', /Следующий этап — республиканский/],
  ['at-region', '15 октября', /Следующий этап — республиканский/],
  ['not-passed', '15 октября', /Если место освободится/],
  ['passed', '20 октября', /до 31 декабря/],
];

it('C-10: shows the stage, its date and what comes next', async () => {
  const { ctx } = engine;
  await college(ctx, 'alpha');
  const { chat, actor } = await chatting(engine, 'participant', 'Мысал Үміткер');
  const { id } = await placed(ctx, { actor, state: 'proposed' });
  for (const [state, day, next] of screens) {
    unwrap(
      await change(ctx, nominations, id, command(), () => ok({ action: 'set', set: { state }, result: id })),
    );
    await chat.say('/status');
    expect(said(chat)).toContain(`contest:status.${state}`);
    expect(chat.words).toContain(day);
    expect(chat.words).toMatch(next);
  }
});

it('C-10: says so where a stage ended without a decision', async () => {
  const { ctx, clock } = engine;
  const { chat, actor } = await chatting(engine, 'participant', 'Мысал Кешіккен');
  await placed(ctx, { actor, state: 'at-college' });
  clock.set('2026-09-30T19:00:00Z');
  await chat.say('/status');
  expect(said(chat)).toContain('contest:missed.at-college');
  expect(chat.words).toContain('30 сентября');
  clock.set('2026-09-10T06:00:00Z');
});

/** A person who has consented, at the question where they study. */
async function atTheQuestions(name: string) {
  const { ctx } = engine;
  const { chat, actor } = await chatting(engine, 'participant', name);
  const consent = { ...consentTerms(ctx.clock.now()), person: actor.id, givenBy: actor.id };
  unwrap(await giveConsent(ctx, command(actor), consent));
  await chat.say('/menu');
  await chat.tap('contest:title');
  expect(said(chat)).toContain('contest:nominate.which-studies');
  return chat;
}

it.each(['university', 'school'])(
  'C-09: turns a student of a %s away at once, with the reason',
  async (where) => {
    const chat = await atTheQuestions(`Мысал ${where === 'school' ? 'Оқушы' : 'Студент'}`);
    await chat.tap(`contest:studies.${where}`);
    expect(said(chat)).toEqual(['rules:contest.not-college-student']);
    expect(chat.words).toContain('для студентов колледжей');
  },
);

it('C-01: turns a mark of three away at once, and names the rule', async () => {
  const chat = await atTheQuestions('Мысал Үштік');
  await chat.tap('contest:studies.college');
  await chat.say('Астана');
  await chat.say('Колледж «alpha»');
  expect(said(chat)).toContain('contest:nominate.which-mark');
  await chat.tap('contest:mark.3');
  expect(said(chat)).toEqual(['rules:contest.mark-too-low']);
  expect(chat.words).toContain('нужна не ниже 4');
});

it('asks a minor for the legal representative before anything else', async () => {
  const { ctx } = engine;
  const { chat, actor } = await chatting(engine, 'participant', 'Мысал Жасөспірім');
  await ctx.db
    .collection('people')
    .updateOne({ _id: actor.id as never }, { $set: { birthDate: '2010-02-02' } });
  await chat.say('/menu');
  await chat.tap('contest:title');
  await chat.tap('contest:consent.agree');
  expect(said(chat)).toEqual(['contest:consent.guardian']);
  expect(chat.words).toMatch(/start=/);
  await chat.say('/menu');
  expect(said(chat)).toContain('guardian:needed');
});
