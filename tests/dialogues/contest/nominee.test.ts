// A nominee in the chat: where they stand at every state, on which day it is decided and what comes next; and who is turned
// away, by the words of the rule.
import { expect, it } from 'vitest';
import { ok } from '../../../engine/kernel/result.ts';
import { giveConsent } from '../../../engine/people/consents.ts';
import { offers } from '../../../engine/programmes/contest/offers/store.ts';
import {
  acceptOffer,
  consentTerms,
  findNomination,
  type NominationState,
  nominationsSeenBy,
} from '../../../engine/programmes/contest/programme.ts';
import { nominations } from '../../../engine/programmes/contest/store.ts';
import { change } from '../../../engine/store/command.ts';
import { chatting, said } from '../../support/contest/chats.ts';
import { codesOf, college, command, departmentOf, unwrap } from '../../support/contest/people.ts';
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

const officerGrant = [{ role: 'college-officer', scope: 'college:alpha' }] as const;

/** The college's responsible person nominates a student. @returns their chat and what the student's link carries */
async function offered(name: string) {
  const officer = await chatting(engine, 'staff', 'Мысал Жауапты', officerGrant);
  const { chat } = officer;
  await chat.say('/menu');
  await chat.tap('contest-staff:button.desk-college');
  await chat.tap('contest-offer:button.offer');
  await chat.say(name);
  await chat.tap('contest:mark.4');
  await chat.tap('contest:ground.skills');
  await chat.tap('common:button.done');
  await chat.say('WorldSkills облыстық байқауы, екінші орын');
  await chat.sendPhoto();
  await chat.tap('common:button.done');
  expect(said(chat)).toContain('contest-offer:make.review');
  await chat.tap('contest-offer:button.make');
  expect(said(chat)).toEqual(['contest-offer:make.done']);
  const payload = /start=(offer_\w+)/.exec(chat.words)?.[1] ?? '';
  return { ...officer, payload };
}

it('C-01, C-16: a college nominates its student, who consents in their own account before anybody else sees it', async () => {
  const { ctx } = engine;
  const { payload, actor: officer } = await offered('Мысал Ұсынылған');
  const { chat, actor } = await chatting(engine, 'participant', 'Ұсынылған Мысал');
  await chat.say(`/start ${payload}`);
  expect(chat.words).toContain('екінші орын');
  expect(await findNomination(ctx, '2026', actor.id)).toBeNull();
  await chat.tap('contest-offer:button.agree');
  expect(said(chat)).toEqual(['contest:consent.text']);
  await chat.tap('contest:consent.agree');
  expect(said(chat)).toEqual(['contest-offer:answer.done']);
  const made = await findNomination(ctx, '2026', actor.id);
  expect(made).toMatchObject({ state: 'at-college', by: 'college', lowestMark: 4, admittedBy: officer.id });
  expect(made?.grounds).toMatchObject([{ ground: 'skills', media: [expect.any(String)] }]);
  // The link is used up, and what was offered stands in the nomination alone.
  const other = await chatting(engine, 'participant', 'Мысал Бөтен');
  await other.chat.say(`/start ${payload}`);
  expect(said(other.chat)).toEqual(['contest-offer:reason.gone']);
  expect(await offers.on(ctx.db).findOne({ person: actor.id }).lean()).toMatchObject({ grounds: [] });
});

it('C-01: whoever bears another name than was offered is confirmed by hand; a forged link opens nothing', async () => {
  const { ctx } = engine;
  const { payload } = await offered('Мысал Күтілген');
  const { chat, actor } = await chatting(engine, 'participant', 'Мысал Басқа');
  await chat.say(`/start ${payload.slice(0, -1)}!`);
  expect(said(chat)).toEqual(['common:reason.link-used']);
  await chat.say(`/start ${payload}`);
  await chat.tap('contest-offer:button.agree');
  await chat.tap('contest:consent.agree');
  expect(await findNomination(ctx, '2026', actor.id)).toMatchObject({ state: 'proposed', by: 'college' });
});

it('a minor is nominated by the college only after the legal representative’s consent', async () => {
  const { ctx } = engine;
  const { payload } = await offered('Мысал Кішкентай');
  const { chat, actor } = await chatting(engine, 'participant', 'Мысал Кішкентай');
  await ctx.db
    .collection('people')
    .updateOne({ _id: actor.id as never }, { $set: { birthDate: '2010-02-02' } });
  await chat.say(`/start ${payload}`);
  await chat.tap('contest-offer:button.agree');
  await chat.tap('contest:consent.agree');
  expect(said(chat)).toEqual(['contest:consent.guardian']);
  const taken = await offers.on(ctx.db).findOne({ person: actor.id }).lean();
  expect(codesOf(await acceptOffer(ctx, command(actor), taken?._id ?? ''))).toEqual(['contest.no-consent']);
  const guardian = await chatting(engine, 'participant', 'Мысал Ата-ана');
  const consent = { ...consentTerms(ctx.clock.now()), person: actor.id, givenBy: guardian.actor.id };
  unwrap(await giveConsent(ctx, command(guardian.actor), { ...consent, asGuardian: true }));
  await chat.say('/menu');
  await chat.tap('contest-offer:button.answer');
  expect(said(chat)).toContain('contest-offer:answer.sure');
  await chat.tap('contest-offer:button.accept');
  expect(await findNomination(ctx, '2026', actor.id)).toMatchObject({ state: 'at-college', by: 'college' });
});

it('a college is told at once what rules its student out; it takes an offer back, and nothing is left of it', async () => {
  const { ctx } = engine;
  const { chat, payload, actor } = await offered('Мысал Қайтарылған');
  await chat.tap('contest-offer:button.another');
  await chat.say('Мысал Үштікпен');
  await chat.tap('contest:mark.3');
  expect(said(chat)).toEqual(['rules:contest.mark-too-low']);
  await chat.say('/menu');
  await chat.tap('contest-staff:button.desk-college');
  await chat.tap('contest-offer:button.offers');
  await chat.tap(String((await offers.on(ctx.db).findOne({ by: actor.id }).lean())?._id));
  await chat.tap('contest-offer:button.withdraw');
  await chat.tap('contest-offer:button.withdraw');
  expect(said(chat)).toEqual(['contest-offer:waiting.withdrawn']);
  expect(await offers.on(ctx.db).findOne({ by: actor.id }).lean()).toMatchObject({
    ...{ state: 'withdrawn', name: '', grounds: [], person: null },
  });
  const late = await chatting(engine, 'participant', 'Мысал Қайтарылған');
  await late.chat.say(`/start ${payload}`);
  expect(said(late.chat)).toEqual(['contest-offer:reason.gone']);
});

it('a student declines the college’s offer: what was written of them is gone', async () => {
  const { ctx } = engine;
  const { payload, actor: officer } = await offered('Мысал Бас Тартқан');
  const { chat } = await chatting(engine, 'participant', 'Мысал Бас Тартқан');
  await chat.say(`/start ${payload}`);
  await chat.tap('contest-offer:button.decline');
  expect(said(chat)).toEqual(['contest-offer:answer.declined']);
  expect(await offers.on(ctx.db).findOne({ by: officer.id }).lean()).toMatchObject({
    ...{ state: 'declined', grounds: [], person: null },
  });
  const seen = await nominationsSeenBy(ctx, departmentOf('71'), {}, { after: null, limit: 50 });
  expect(JSON.stringify(seen.items)).not.toContain('Тартқан');
});
