// What an erasure looks through: only what is noted to speak of the person, found by its indexes however much others said;
// and what earlier versions stored without a note.
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { newSession } from '../../../bot/dialogue/session.ts';
import { aboutOf, idsIn, isId, naming, noted, speakingOf } from '../../../engine/kernel/about.ts';
import { derivedId, newId, newReference, newSecret } from '../../../engine/kernel/ids.ts';
import { text } from '../../../engine/kernel/message.ts';
import { planDeliveries } from '../../../engine/notify/plan.ts';
import { speaking } from '../../../engine/notify/speaking.ts';
import { askErasure, carryErasure } from '../../../engine/programmes/erasure.ts';
import { storedSessions } from '../../../engine/store/sessions.ts';
import { appendMessage } from '../../../engine/store/web-chat.ts';
import { newCommand, newHost, newStudent, unwrap } from '../../support/credit/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';
import { validIban, validIin } from '../../support/identity/numbers.ts';

const stage = withEngine('file');
beforeAll(async () => {
  await newHost(stage.ctx);
});

const OTHERS = 200;
/** The most that one query may look at: less than one in ten of what the others were told. */
const FEW = OTHERS / 10;
const shown = { from: 'qadam' as const, ref: null, html: 'Айгүл', buttons: [], media: [] };
const html = (chat: string) =>
  stage.ctx.db
    .collection('web_messages')
    .find({ chat })
    .sort({ seq: 1 })
    .map((each) => each.html)
    .toArray();

async function erased(name: string, before: (id: string) => Promise<unknown>): Promise<void> {
  const { ctx } = stage;
  const { id } = await newStudent(ctx, name);
  await before(id);
  unwrap(await askErasure(ctx, newCommand(), id));
  expect(await carryErasure(ctx, id, false)).toBe(true);
}

const save = (chat: string, session: object) =>
  storedSessions(stage.ctx, newSession).save(chat, { ...newSession, ...session });

const LOOKED_THROUGH = ['web_messages', 'chats', 'deliveries'];
/** Of messages, sessions and deliveries. */
const otherwise = async (n: number) => {
  const { ctx } = stage;
  const about = n % 2 === 0 ? [] : [newId()];
  await appendMessage(ctx, `staff.web.o${n % 40}`, { ...shown, about });
  const message = speakingOf({ texts: [text('test:a')] }, about);
  await planDeliveries(ctx, `e${n}`, [{ to: newId(), desk: 'staff', message }]);
  if (n < 100) await save(`staff.web.o${n}`, { about: noted(about) });
};

it('reads what speaks of the person, whatever else there is', async () => {
  const { ctx } = stage;
  for (let n = 0; n < OTHERS; n += 1) await otherwise(n);
  const asked: { readonly name: string; readonly filter: object }[] = [];
  const to = newId();
  await erased('Айгүл Сынақова', async (id) => {
    await appendMessage(ctx, 'staff.web.o1', { ...shown, about: [id] });
    const told = [{ to, desk: 'staff' as const, message: { texts: [text('test:b', { student: 'Айгүл' })] } }];
    await planDeliveries(ctx, 'told', speaking(told, { id: 'walks/x/1.1', data: { student: id } }));
    await save('staff.web.about', { about: [id] });
    ctx.db.set('debug', (name: string, method: string, filter: object) => {
      if (LOOKED_THROUGH.includes(name) && /^(find|update|delete)/.test(method)) asked.push({ name, filter });
    });
  });
  ctx.db.set('debug', false);
  expect((await html('staff.web.o1')).at(-1)).toBe('');
  expect((await html('staff.web.o1')).slice(0, -1)).toEqual(Array(OTHERS / 40).fill('Айгүл'));
  const told = await ctx.db.collection('deliveries').findOne({ person: to });
  expect(told).toMatchObject({ message: { texts: [{ key: 'test:b' }] }, state: 'superseded' });
  expect(JSON.stringify(told)).not.toContain('Айгүл');
  expect(new Set(asked.map(({ name }) => name))).toEqual(new Set(LOOKED_THROUGH));
  for (const { name, filter } of asked) {
    const { executionStats } = await ctx.db.collection(name).find(filter).explain('executionStats');
    const { totalDocsExamined, totalKeysExamined } = executionStats;
    const most = Math.max(totalDocsExamined, totalKeysExamined);
    expect([name, JSON.stringify(filter), most < FEW]).toEqual([name, JSON.stringify(filter), true]);
  }
});

it('removes what the desk of the staff was shown before anything was noted, and nobody’s own words', async () => {
  const { ctx } = stage;
  const flow = { dialogue: 'x', version: 1, tag: 't', step: 's', draft: { words: 'Айгүл' }, history: [] };
  const message = { texts: [text('test:card', { student: 'Айгүл' })] };
  const turn = { replies: [{ message, place: 'new', tag: '', step: '' }], toast: null, removeOwn: false };
  const former = { flow, lastTurn: turn, shown: { at: '', buttons: [] } };
  await erased('Айгүл Екінші', async () => {
    for (const desk of ['staff', 'participant']) {
      await appendMessage(ctx, `${desk}.web.old`, shown);
      await appendMessage(ctx, `${desk}.web.old`, { ...shown, from: 'person', ref: 'r' });
      await appendMessage(ctx, `${desk}.web.old`, { ...shown, about: [newId()] });
      await save(`${desk}.web.old`, former);
    }
    const { db } = ctx;
    await db
      .collection('web_messages')
      .updateMany({ seq: { $lt: 3 }, chat: /old$/ }, { $unset: { about: 1 } });
  });
  expect(await html('staff.web.old')).toEqual(['', 'Айгүл', 'Айгүл']);
  expect(await html('participant.web.old')).toEqual(['Айгүл', 'Айгүл', 'Айгүл']);
  const sessionOf = (desk: string) => storedSessions(ctx, newSession).load(`${desk}.web.old`);
  expect(await sessionOf('participant')).toMatchObject(former);
  const left = await sessionOf('staff');
  expect(left).toMatchObject({ flow, shown: null });
  expect(left.lastTurn?.replies.map((each) => each.message)).toEqual([
    { texts: [text('common:erase.message-gone')] },
  ]);
});

it('takes an id for one wherever it stands, and nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (word) => {
      const ids = [newId(), derivedId(word)];
      const joined = `hours.${ids[0]}/${ids[1] ?? ''}:x`;
      expect(idsIn(joined)).toEqual(ids);
      expect(ids.filter(isId).length).toBeGreaterThan(0);
      expect(idsIn(newSecret(), newReference(), 'credit.register', validIin(1), validIban(1))).toEqual([]);
      expect(['1234567812345678', word, joined].filter(isId)).toEqual([]);
    }),
  );
});

it('knows whom a message names: by what was named, and by what its buttons lead to', () => {
  const [student, entry, decider] = ['2a2a2a2a2a2a2a2a', '3b3b3b3b3b3b3b3b', '4c4c4c4c4c4c4c4c'] as const;
  const label = text('test:label');
  const message = {
    texts: [naming(text('test:result', { by: 'x' }), decider, null)],
    buttons: [[{ label, action: { go: 'credit.hours-confirm', argument: entry } }]],
  };
  expect(aboutOf(speakingOf(message, [student])).toSorted()).toEqual([student, entry, decider]);
  expect(speakingOf({ texts: [label] }, [])).toEqual({ texts: [label] });
});
