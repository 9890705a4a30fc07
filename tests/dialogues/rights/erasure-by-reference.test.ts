// An erasure takes away what is known to speak of the person, and nothing by its looks: what others typed, sent or not, and
// whatever is stored of them stays to the letter, though the erased person's words stand in it.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decideHours } from '../../../engine/programmes/credit/programme.ts';
import { students } from '../../../engine/programmes/credit/store.ts';
import { askErasure, carryErasure } from '../../../engine/programmes/erasure.ts';
import {
  BIN,
  type Host,
  newCommand,
  newHost,
  newStaff,
  newStudent,
  unwrap,
} from '../../support/credit/cast.ts';
import { reportedHours } from '../../support/credit/hours-card.ts';
import { dumpOf, traces } from '../../support/dump.ts';
import { countOf } from '../../support/run/counts.ts';
import type { StoryActor } from '../../support/world/actor.ts';
import { openWorld, type World } from '../../support/world/world.ts';

let world: World;
let host: Host;
let coordinator: StoryActor;
let seats = 0;
beforeAll(async () => {
  world = await openWorld('web');
  host = await newHost(world.ctx, (name) => world.chatKeyOf(name, 'staff'));
  coordinator = world.person('coordinator', 'staff', 'ru');
  await coordinator.say('/menu');
  await coordinator.hears('staff:menu.calm');
}, 60_000);
afterAll(() => world?.close());

const newSeat = (): string => `seat-${++seats}`;

async function erase(id: string): Promise<void> {
  unwrap(await askErasure(world.ctx, newCommand(), id));
  // Until those who must hear of the end have heard it.
  await expect.poll(() => carryErasure(world.ctx, id), { timeout: 15_000, interval: 20 }).toBe(true);
}

const sessionOf = async (chat: string) =>
  (await world.ctx.db.collection('chats').findOne({ _id: chat as never }))?.session;
const saidIn = (chat: string) =>
  world.ctx.db.collection('web_messages').find({ chat }).sort({ seq: 1 }).toArray();
const ownIn = async (chat: string) =>
  (await saidIn(chat)).filter(({ from }) => from === 'person').map(({ html }) => html);

it('leaves the unsent title of another alone, though a visitor’s name stands in it', async () => {
  const visitor = await newStudent(world.ctx, 'т на', world.chatKeyOf(newSeat(), 'participant'));
  const head = world.person('head', 'staff', 'kk');
  await head.say('/menu');
  await head.hears('staff:menu.calm');
  await head.tap('credit-staff:button.new-project');
  await head.hears('credit-staff:project.direction');
  await head.tap('credit:direction.elderly');
  await head.hears('credit-staff:project.title');
  await head.say('Приют на опушке');
  await head.hears('credit-staff:project.description');
  const before = await saidIn(world.chatKeyOf('head', 'staff'));
  await erase(visitor.id);
  expect((await sessionOf(world.chatKeyOf('head', 'staff'))).flow).toMatchObject({
    dialogue: 'credit.project-new',
    step: 'description',
    draft: { title: 'Приют на опушке' },
  });
  expect(await saidIn(world.chatKeyOf('head', 'staff'))).toEqual(before);
  await head.say('Читаем вслух и гуляем, помогаем в саду.');
  await head.hears('credit-staff:project.region');
});

it('breaks no dialogue of another, though hours were called as it is', async () => {
  const { student } = await reportedHours(world, host, {
    ...{ seat: newSeat(), name: 'Ерлан Сынақов', what: 'credit.register' },
  });
  const seat = newSeat();
  const other = world.person(seat, 'participant', 'ru');
  await other.say('/start');
  await other.tap('common:language.ru', await other.hears('common:welcome.greeting'));
  await other.hears('credit:welcome');
  await other.tap('credit:button.register');
  await other.hears('credit:register.consent');
  const chat = world.chatKeyOf(seat, 'participant');
  const before = await sessionOf(chat);
  expect(before.flow.dialogue).toBe('credit.register');
  await erase(student.id);
  expect(await sessionOf(chat)).toEqual(before);
  await other.tap('credit:register.agree');
  await other.hears('register:which-name');
});

it('forgets a decider in the cards of others, and takes nothing from the one it was about', async () => {
  const { ctx } = world;
  const name = 'Шешуші Сынақова';
  const seat = world.chatKeyOf('decider', 'staff');
  const decider = await newStaff(
    ctx,
    name,
    [{ role: 'coordinator', scope: `organisation:${BIN}` }],
    () => seat,
  );
  const what = 'Бақта жапырақ жинадық, шешуші';
  const told = { seat: newSeat(), name: 'Айдана Мысалова', what };
  const { student, entryId } = await reportedHours(world, host, told);
  await coordinator.getsNotice(new RegExp(what));
  unwrap(await decideHours(ctx, newCommand(decider), { entryId, confirm: true }));
  await coordinator.getsNotice(new RegExp(name));
  const pupil = world.person(told.seat, 'participant', 'kk');
  await pupil.getsNotice('credit:notice.hours-confirmed');
  const before = await saidIn(world.chatKeyOf(told.seat, 'participant'));
  await erase(decider.id);
  expect(traces(await dumpOf(ctx.db), [name])).toEqual([]);
  expect(await saidIn(world.chatKeyOf(told.seat, 'participant'))).toEqual(before);
  const { credits } = (await students.on(ctx.db).findById(student.id).lean()) ?? { credits: [] };
  expect(credits[0]?.entries.map((each) => each.what)).toEqual([what]);
});

/** What looked like patterns, keys, markup, or stood in everybody's words. */
const nasty = fc.oneof(
  fc.constantFrom(
    'т',
    'т на',
    '.*',
    '(',
    '[а-я]+',
    '$&',
    '\\',
    'credit.register',
    'credit.hours-return',
    'words',
  ),
  fc.constantFrom(
    '<b>Ася</b>',
    '&amp;',
    '"',
    '{{name}}',
    '$t(common:x)',
    'hours',
    'draft',
    'о',
    'telegram',
    'null',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 24 }).filter((each) => each.trim() !== ''),
);

/** Everything of everybody but one person: documents as they stand, without what the erasure itself does. */
async function restOf(gone: string, others: readonly string[]) {
  const { db } = world.ctx;
  const flows = await Promise.all(
    others.map(async (chat) => {
      const { flow, parked } = await sessionOf(chat);
      return { flow, parked };
    }),
  );
  const besides = { _id: { $ne: gone as never } };
  return {
    flows,
    own: await Promise.all(others.map(ownIn)),
    people: await db.collection('people').find(besides).project({ name: 1, phone: 1, chats: 1 }).toArray(),
    students: await db.collection('credit_students').find(besides).project({ credits: 1 }).toArray(),
    projects: await db.collection('credit_projects').find().project({ title: 1, description: 1 }).toArray(),
  };
}

it('takes all that speaks of the person, and of everyone else’s words nothing', async () => {
  const chat = world.chatKeyOf('coordinator', 'staff');
  await fc.assert(
    fc.asyncProperty(nasty, nasty, async (name, word) => {
      const seat = newSeat();
      const marker = `«${seat}: ізі»`;
      const done = `«${seat}: ісі»`;
      const told = { seat, name: `${name} ${marker}`, what: `${word}${done}` };
      const { student, entryId } = await reportedHours(world, host, told);
      // Somebody else with the same words.
      const twin = await reportedHours(world, host, { seat: newSeat(), name, what: word });
      const card = await coordinator.getsNotice(new RegExp(done));
      await coordinator.tap('credit-staff:button.return', card);
      await coordinator.hears('credit-staff:ask-reason.hours-return');
      await coordinator.say(`Опишите, что значит ${name} и ${word}`);
      await coordinator.hears('credit-staff:sure.hours-returned');
      expect((await sessionOf(chat)).flow).toMatchObject({ argument: `${entryId}.r0`, step: 'sure' });
      expect(JSON.stringify((await sessionOf(chat)).lastTurn)).toContain(marker);
      const before = await restOf(student.id, [chat]);
      await erase(student.id);
      expect(await restOf(student.id, [chat])).toEqual(before);
      expect(traces(await dumpOf(world.ctx.db), [marker, done])).toEqual([]);
      const twins = (await saidIn(chat)).filter(({ about }) => about.includes(twin.entryId));
      expect(twins.filter(({ removed }) => removed)).toEqual([]);
    }),
    { numRuns: countOf('erasedNames'), endOnFailure: true },
  );
}, 120_000);
