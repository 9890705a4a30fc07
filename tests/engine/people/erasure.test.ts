// The saga of an erasure: broken off anywhere it is finished by the next run, a restore does not bring the person back, and
// who comes back finds the caps as they left them.
import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { DAY, SECOND } from '../../../engine/kernel/clock.ts';
import { organisations } from '../../../engine/organisations/store.ts';
import { giveConsent, liveConsent } from '../../../engine/people/consents.ts';
import { wishesOf } from '../../../engine/people/guardians.ts';
import { people } from '../../../engine/people/store.ts';
import {
  askErasure,
  carryErasure,
  erasuresSince,
  finishErasures,
  replayErasures,
} from '../../../engine/programmes/erasure.ts';
import { auditFaults } from '../../../engine/store/audit.ts';
import {
  BIN,
  codesOf,
  type Host,
  newCommand,
  newHost,
  newStaff,
  newStudent,
  personOf,
  unwrap,
} from '../../support/credit/cast.ts';
import { earnTwenty, reportTwenty } from '../../support/credit/earned.ts';
import { dumpOf, traces } from '../../support/dump.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';
import { validIban, validIin } from '../../support/identity/numbers.ts';
import { carryOn } from '../../support/transcript/carry-on.ts';
import type { Stage } from '../../support/transcript/stage.ts';

const stage = withEngine('file');
let host: Host;
beforeAll(async () => {
  host = await newHost(stage.ctx);
});

const place = () => ({ ctx: stage.ctx, clock: stage.clock, host });
const stubOf = ({ id }: Actor) => people.on(stage.ctx.db).findById(id).lean();

async function erase(student: Actor): Promise<void> {
  unwrap(await askErasure(stage.ctx, newCommand(student), student.id));
  await finishErasures(stage.ctx);
  await carryOn(stage.ctx);
  await finishErasures(stage.ctx);
}

/** The world as it is, but the process dies when it looks at the clock for the nth time. */
function dyingAt(n: number): Stage['ctx'] {
  let looks = 0;
  const now = () => {
    looks += 1;
    if (looks === n) throw new Error('killed');
    return stage.ctx.clock.now();
  };
  return { ...stage.ctx, clock: { now } };
}

it('is finished by the next run wherever it broke off', async () => {
  const { ctx } = stage;
  let completed = 0;
  for (let step = 1; completed < 1 && step < 30; step += 1) {
    const name = `Үзілмес Сынақова${'а'.repeat(step)}`;
    const student = await newStudent(ctx, name, `participant.telegram.50${step}`);
    unwrap(await askErasure(ctx, newCommand(student), student.id));
    await carryOn(ctx);
    const whole = await carryErasure(dyingAt(step), student.id).catch(() => false);
    if (whole) completed += 1;
    await carryOn(ctx);
    await finishErasures(ctx);
    expect([step, (await stubOf(student))?.erasure?.doneAt != null]).toEqual([step, true]);
    expect(traces(await dumpOf(ctx.db), [name, `participant.telegram.50${step}"`])).toEqual([]);
  }
  expect(completed).toBe(1);
}, 60_000);

it('is asked once, however many devices ask, and nobody registers on what is being erased', async () => {
  const { ctx } = stage;
  const chat = 'participant.telegram.7301';
  const student = await newStudent(ctx, 'Екі Құрылғы', chat);
  const answers = await Promise.all([1, 2, 3].map(() => askErasure(ctx, newCommand(student), student.id)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  await expect(newStudent(ctx, 'Екі Құрылғы', chat)).rejects.toThrow('common.being-erased');
  await carryOn(ctx);
  await finishErasures(ctx);
  const again = await newStudent(ctx, 'Екі Құрылғы', chat);
  expect(again.id).not.toBe(student.id);
  expect((await personOf(ctx, chat)).id).toBe(again.id);
  await carryOn(ctx);
  expect(await auditFaults(ctx, `people/${student.id}`)).toEqual([]);
});

it('ends what a legal representative consented to, and the minor may ask another', async () => {
  const { ctx, clock } = stage;
  const minor = await newStudent(ctx, 'Кәмелетке толмаған', 'participant.telegram.7701');
  const guardian = await newStudent(ctx, 'Өкіл Сынақова', 'participant.telegram.7702');
  const since = clock.now();
  const set = {
    birthDate: '2010-01-01',
    guardian: { person: guardian.id, relation: 'parent' as const, since },
  };
  await people.on(ctx.db).updateOne({ _id: minor.id }, { $set: set });
  const consent = { person: minor.id, givenBy: guardian.id, purpose: 'credit', textVersion: '1' };
  const until = new Date(since.getTime() + DAY * 900);
  const given = { ...consent, thirdParties: [], asGuardian: true, until };
  unwrap(await giveConsent(ctx, newCommand(guardian), given));
  const live = async () => liveConsent(await stubOf(minor), 'credit', clock.now());
  expect((await live())?.givenBy).toBe(guardian.id);
  await erase(guardian);
  expect((await stubOf(guardian))?.erasure?.doneAt).not.toBeNull();
  expect(await live()).toBeNull();
  const noted = { document: `people/${minor.id}`, action: 'consent withdrawn' };
  expect(await ctx.db.collection('audit').findOne(noted)).toMatchObject({
    details: { ground: 'guardian-erased' },
    events: ['people.consent-withdrawn'],
  });
  const fresh = await stubOf(minor);
  expect(fresh && wishesOf(fresh, clock.now()).map(({ purpose }) => purpose)).toEqual(['credit']);
});

it('leaves nothing of a head in their organisation', async () => {
  const { ctx } = stage;
  const head = await newStaff(ctx, 'Басшы Сынақова', [{ role: 'head', scope: `organisation:${BIN}` }]);
  const before = await organisations.on(ctx.db).findById(BIN).lean();
  const contact = 'canary.head@example.kz';
  await organisations.on(ctx.db).updateOne({ _id: BIN }, { $set: { headId: head.id, contact } });
  await erase(head);
  expect((await stubOf(head))?.erasure?.doneAt).not.toBeNull();
  expect(traces(await dumpOf(ctx.db), [contact, 'Басшы Сынақова'])).toEqual([]);
  const { headId = '', contact: earlier = '' } = before ?? {};
  await organisations.on(ctx.db).updateOne({ _id: BIN }, { $set: { headId, contact: earlier } });
});

it('is carried out again after a restore that brought the person back', async () => {
  const { ctx, clock } = stage;
  clock.advance(SECOND);
  const since = clock.now();
  const student = await newStudent(ctx, 'Қайтарылған Сынақова', 'participant.telegram.7401');
  await earnTwenty(place(), student, 61);
  const names = ['people', 'credit_students', 'credit_payouts', 'credit_recredits'];
  const backup = new Map<string, object[]>();
  for (const name of names) backup.set(name, await ctx.db.collection(name).find().toArray());
  await erase(student);
  const ledger = await erasuresSince(ctx, since);
  expect(ledger.map(({ person }) => person)).toEqual([student.id]);
  for (const name of names) {
    await ctx.db.collection(name).deleteMany({});
    await ctx.db.collection(name).insertMany(backup.get(name) ?? []);
  }
  await ctx.db.collection('erasures').deleteMany({});
  const words = ['Қайтарылған Сынақова', validIin(61), validIban(61), 'participant.telegram.7401'];
  expect(traces(await dumpOf(ctx.db), words).length).toBeGreaterThan(0);
  await replayErasures(ctx, JSON.parse(JSON.stringify(ledger)));
  await replayErasures(ctx, ledger);
  expect(traces(await dumpOf(ctx.db), words)).toEqual([]);
  expect(await erasuresSince(ctx, since)).toEqual(ledger);
});

it('does not give the year anew to whoever comes back with the same number', async () => {
  const { ctx } = stage;
  const first = await newStudent(ctx, 'Айналып Келген', 'participant.telegram.7501');
  await earnTwenty(place(), first, 62);
  await erase(first);
  const again = await newStudent(ctx, 'Айналып Келген', 'participant.telegram.7502');
  const answer = await reportTwenty(place(), again, 62);
  expect(codesOf(answer)).not.toEqual([]);
  const other = await newStudent(ctx, 'Басқа Адам', 'participant.telegram.7503');
  expect(codesOf(await reportTwenty(place(), other, 63))).toEqual([]);
});

it('keeps no number of somebody to whom nothing was paid', async () => {
  const { ctx, clock } = stage;
  clock.advance(SECOND);
  const since = clock.now();
  const student = await newStudent(ctx, 'Ізсіз Кеткен', 'participant.telegram.7601');
  await reportTwenty(place(), student, 64);
  await erase(student);
  expect(await erasuresSince(ctx, since)).toMatchObject([{ person: student.id, iinHash: null }]);
  const heir = await newStudent(ctx, 'Жаңа Адам', 'participant.telegram.7602');
  expect(codesOf(await reportTwenty(place(), heir, 64))).toEqual([]);
});
