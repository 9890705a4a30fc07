// One person, however many accounts: knowing a number proves nothing, whoever registered it says yes or no once, and
// what was agreed is carried out over two documents, wherever it breaks off.
import { beforeAll, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../engine/kernel/clock.ts';
import { planDeliveries } from '../../../engine/notify/plan.ts';
import { deliveries } from '../../../engine/notify/store.ts';
import { openIdentityForm, provideIdentity } from '../../../engine/people/identity.ts';
import { answerMerge } from '../../../engine/people/merge-answer.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import { addGrant } from '../../../engine/people/staff.ts';
import { people } from '../../../engine/people/store.ts';
import { finishMerges, runMerge } from '../../../engine/programmes/account-merge.ts';
import { bookInterview } from '../../../engine/programmes/credit/programme.ts';
import { askErasure, erasuresSince, finishErasures } from '../../../engine/programmes/erasure.ts';
import { auditFaults } from '../../../engine/store/audit.ts';
import {
  codesOf,
  type Host,
  newCommand,
  newHost,
  newProject,
  newStudent,
  personOf,
  unwrap,
} from '../../support/credit/cast.ts';
import { answerNewest, giveNumber, joinsOf, ownersOf, signNumber } from '../../support/credit/doubles.ts';
import { dumpOf, traces } from '../../support/dump.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';
import { validIban, validIin } from '../../support/identity/numbers.ts';
import { carryOn } from '../../support/transcript/carry-on.ts';
import type { Stage } from '../../support/transcript/stage.ts';

const stage = withEngine('file');
let host: Host;
let serial = 300;
beforeAll(async () => {
  host = await newHost(stage.ctx);
});

const chatOf = (n: number, which: string) => `participant.telegram.${n}${which}`;

/** An owner of a number, and other accounts that have given none. */
async function doubles(others = 1) {
  const { ctx, clock } = stage;
  clock.advance(DAY + MINUTE);
  serial += 1;
  const n = serial;
  const owner = await newStudent(ctx, `Иесі ${n}`, chatOf(n, '0'));
  const askers = [];
  for (let i = 1; i <= others; i += 1)
    askers.push(await newStudent(ctx, `Қосарлы ${n}`, chatOf(n, String(i))));
  const [asker = owner] = askers;
  expect(await giveNumber(ctx, owner, n)).toBe('');
  return { n, owner, asker, askers };
}

const whose = async (n: number, which: string) => (await personOfChat(stage.ctx, chatOf(n, which)))?._id;
const stubOf = (id: string) => people.on(stage.ctx.db).findById(id).lean();

/** The world as it is, but the process dies when it looks at the clock for the nth time. */
function dyingAt(death: number): Stage['ctx'] {
  let looks = 0;
  const now = () => {
    looks += 1;
    if (looks === death) throw new Error('killed');
    return stage.ctx.clock.now();
  };
  return { ...stage.ctx, clock: { now } };
}

it('merges the chats when the owner says yes, and leaves a stub without the person', async () => {
  const { ctx } = stage;
  const { n, owner, asker } = await doubles();
  expect(await giveNumber(ctx, asker, n)).toBe('common.merge-requested');
  expect(await whose(n, '1')).toBe(asker.id);
  await carryOn(ctx);
  unwrap(await answerNewest(ctx, owner, true));
  await carryOn(ctx);
  expect([await whose(n, '0'), await whose(n, '1')]).toEqual([owner.id, owner.id]);
  expect(await stubOf(asker.id)).toMatchObject({
    ...{ name: '', chats: [], grants: [], consents: [], student: null },
    merged: { to: owner.id, chats: [] },
  });
  expect(traces(await dumpOf(ctx.db), [`Қосарлы ${n}`])).toEqual([]);
  for (const id of [owner.id, asker.id]) expect(await auditFaults(ctx, `people/${id}`)).toEqual([]);
  expect(await joinsOf(ctx, owner)).toMatchObject([{ state: 'merged', chats: [chatOf(n, '1')] }]);
});

it('moves nothing when the owner says no; the tries of the day are counted on both sides', async () => {
  const { ctx, clock } = stage;
  const { n, owner, asker, askers } = await doubles(2);
  const answers = [];
  for (let round = 0; round < 4; round += 1) {
    answers.push(await giveNumber(ctx, asker, n));
    await carryOn(ctx);
    if (round < 3) unwrap(await answerNewest(ctx, owner, false));
    clock.advance(2 * MINUTE);
  }
  expect(answers).toEqual([...Array(3).fill('common.merge-requested'), 'common.merge-limit']);
  expect(await giveNumber(ctx, askers[1] ?? asker, n)).toBe('common.merge-requested');
  const { told } = await carryOn(ctx);
  expect(told.flatMap(({ message }) => message.texts.map(({ key }) => key))).toEqual([
    'common:merge.not-asked',
  ]);
  expect((await joinsOf(ctx, owner)).map(({ state }) => state)).toEqual(Array(3).fill('refused'));
  expect(await whose(n, '1')).toBe(asker.id);
  clock.advance(DAY);
  expect(await giveNumber(ctx, asker, n)).toBe('common.merge-requested');
});

it('asks once for a form that is sent twice, and for tries while the question is open', async () => {
  const { ctx, clock } = stage;
  const { n, owner, asker } = await doubles();
  const secret = await openIdentityForm(ctx, asker.id);
  const identity = { iin: validIin(n), iban: validIban(n) };
  const send = async () => codesOf(await provideIdentity(ctx, secret, identity));
  expect(await Promise.all([send(), send(), send()])).toEqual(Array(3).fill(['common.merge-requested']));
  await carryOn(ctx);
  clock.advance(HOUR);
  expect(await giveNumber(ctx, asker, n)).toBe('common.merge-requested');
  await carryOn(ctx);
  expect(await joinsOf(ctx, owner)).toHaveLength(1);
  expect((await stubOf(asker.id))?.joinAsks).toHaveLength(1);
});

it('takes one answer, from the owner alone, within a day', async () => {
  const { ctx, clock } = stage;
  const { n, owner, asker } = await doubles();
  await giveNumber(ctx, asker, n);
  await carryOn(ctx);
  const merge = (await joinsOf(ctx, owner))[0]?.id ?? '';
  for (const other of [asker, host.head])
    expect(codesOf(await answerMerge(ctx, newCommand(other), { merge, accept: true }))).toEqual([
      'common.merge-over',
    ]);
  clock.advance(DAY);
  expect(codesOf(await answerNewest(ctx, owner, true))).toEqual(['common.merge-over']);
  await finishMerges(ctx);
  expect(codesOf(await answerNewest(ctx, owner, true))).toEqual(['common.merge-over']);
  expect(await giveNumber(ctx, asker, n)).toBe('common.merge-requested');
  await carryOn(ctx);
  const taps = [true, false, true, false].map((accept) => answerNewest(ctx, owner, accept));
  const answers = await Promise.all(taps);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const refusals = answers.flatMap(codesOf);
  expect(refusals).toEqual(Array(3).fill('common.already-decided'));
});

it('is finished wherever it broke off, and meanwhile each chat is one person’s', async () => {
  const { ctx } = stage;
  let completed = 0;
  let between = 0;
  for (let death = 1; completed === 0 && death < 30; death += 1) {
    const { n, owner, asker } = await doubles();
    await giveNumber(ctx, asker, n);
    await carryOn(ctx);
    const merge = unwrap(await answerNewest(ctx, owner, true));
    const whole = await runMerge(dyingAt(death), owner.id, merge).then(
      () => true,
      () => false,
    );
    if (whole) completed += 1;
    const stub = await stubOf(asker.id);
    const isBetween = (stub?.merged?.chats.length ?? 0) > 0;
    if (isBetween) between += 1;
    expect([death, await whose(n, '1')]).toEqual([death, stub?.merged ? owner.id : asker.id]);
    if (isBetween) expect(codesOf(await register(n))).toEqual(['common.already-registered']);
    await finishMerges(ctx);
    expect([death, (await ownersOf(ctx))[chatOf(n, '1')]]).toEqual([death, [owner.id]]);
    expect([death, (await joinsOf(ctx, owner)).map(({ state }) => state)]).toEqual([death, ['merged']]);
    await carryOn(ctx);
  }
  expect([completed, between > 0]).toEqual([1, true]);
});

const register = async (n: number) =>
  newStudent(stage.ctx, 'Қайта Тіркелген', chatOf(n, '1')).then(
    () => ({ ok: true as const, value: null }),
    (error: Error) => ({ ok: false as const, reasons: [{ code: error.message.replace('refused: ', '') }] }),
  );

it('merges two askers at once, and neither twice', async () => {
  const { ctx } = stage;
  const { n, owner, askers } = await doubles(2);
  await Promise.all(askers.map((each) => giveNumber(ctx, each, n)));
  await carryOn(ctx);
  const open = await joinsOf(ctx, owner);
  expect(open).toHaveLength(2);
  const answers = open.map(({ id }) => answerMerge(ctx, newCommand(owner), { merge: id, accept: true }));
  for (const answer of await Promise.all(answers)) unwrap(answer);
  const carry = () => finishMerges(ctx);
  await Promise.allSettled([carry(), carry(), carryOn(ctx)]);
  await carry();
  await carryOn(ctx);
  const owners = await ownersOf(ctx);
  for (const which of ['0', '1', '2']) expect(owners[chatOf(n, which)]).toEqual([owner.id]);
  expect(new Set((await stubOf(owner.id))?.chats.map(({ key }) => key)).size).toBe(3);
});

it('gives the number to one of two who give it first, and asks that one', async () => {
  const { ctx } = stage;
  const { n, askers } = await doubles(2);
  const [one, other] = askers;
  if (!one || !other) throw new Error('two askers');
  const answers = await Promise.all([giveNumber(ctx, one, n + 5_000), giveNumber(ctx, other, n + 5_000)]);
  expect([...answers].sort()).toEqual(['', 'common.merge-requested']);
  const [first, second] = answers[0] === '' ? [one, other] : [other, one];
  await carryOn(ctx);
  expect(codesOf(await answerNewest(ctx, second, true))).toEqual(['common.merge-over']);
  unwrap(await answerNewest(ctx, first, true));
  await carryOn(ctx);
  expect(new Set([await whose(n, '1'), await whose(n, '2')])).toEqual(new Set([first.id]));
});

it.each(['records', 'a role', 'a number'])(
  'moves nothing where the other account has %s of its own',
  async (what) => {
    const { ctx } = stage;
    const { n, owner, asker } = await doubles();
    await giveNumber(ctx, asker, n);
    await carryOn(ctx);
    if (what === 'records')
      unwrap(await bookInterview(ctx, newCommand(asker), await newProject(ctx, host.head)));
    if (what === 'a role')
      unwrap(await addGrant(ctx, newCommand(), asker.id, { role: 'registrar', scope: 'university:mysal' }));
    if (what === 'a number') expect(await giveNumber(ctx, asker, n + 6_000)).toBe('');
    unwrap(await answerNewest(ctx, owner, true));
    await carryOn(ctx);
    expect((await joinsOf(ctx, owner)).map(({ state }) => state)).toEqual(['stuck']);
    expect(await whose(n, '1')).toBe(asker.id);
    expect((await stubOf(asker.id))?.name).toBe(`Қосарлы ${n}`);
  },
);

it('gives a closed account no role, number or consent any more', async () => {
  const { ctx } = stage;
  const { n, owner, asker } = await doubles();
  const secret = await openIdentityForm(ctx, asker.id);
  await giveNumber(ctx, asker, n);
  await carryOn(ctx);
  unwrap(await answerNewest(ctx, owner, true));
  await carryOn(ctx);
  const grant = { role: 'registrar', scope: 'university:mysal' } as const;
  expect(codesOf(await addGrant(ctx, newCommand(), asker.id, grant))).toEqual(['common.just-merged']);
  expect(codesOf(await askErasure(ctx, newCommand(asker), asker.id))).toEqual(['common.just-merged']);
  const late = { iin: validIin(n + 7_000), iban: validIban(n) };
  expect(codesOf(await provideIdentity(ctx, secret, late))).toEqual(['common.link-used']);
});

it('merges by an electronic signature without asking, and keeps what was signed for', async () => {
  const { ctx } = stage;
  const { n, owner, asker } = await doubles();
  expect(await signNumber(ctx, asker, n)).toBe('');
  await carryOn(ctx);
  expect(await whose(n, '1')).toBe(owner.id);
  expect((await stubOf(owner.id))?.iinConfirmed).toMatchObject({ by: 'signature' });
  expect(await joinsOf(ctx, owner)).toMatchObject([{ by: 'signature', state: 'merged' }]);
});

it('sends to the owner what waited for the other account', async () => {
  const { ctx } = stage;
  const { n, owner, asker } = await doubles();
  const message = { texts: [{ key: 'common:cancelled' }] };
  await planDeliveries(ctx, `test/${n}/1`, [{ to: asker.id, desk: 'participant', message }]);
  await giveNumber(ctx, asker, n);
  await carryOn(ctx);
  unwrap(await answerNewest(ctx, owner, true));
  await carryOn(ctx);
  const waiting = await deliveries.on(ctx.db).findById(`test/${n}/1/${asker.id}/1`).lean();
  expect(waiting).toMatchObject({ person: owner.id, state: 'waiting' });
});

it('erases with the person what was merged to them, and names the stubs to a restore', async () => {
  const { ctx, clock } = stage;
  const { n, owner, asker } = await doubles();
  const since = clock.now();
  await giveNumber(ctx, asker, n);
  await carryOn(ctx);
  unwrap(await answerNewest(ctx, owner, true));
  // Nothing of it is carried out yet when they ask to be erased.
  unwrap(await askErasure(ctx, newCommand(owner), owner.id));
  await finishErasures(ctx);
  await carryOn(ctx);
  await finishErasures(ctx);
  expect((await stubOf(owner.id))?.erasure?.doneAt).toBeInstanceOf(Date);
  expect(traces(await dumpOf(ctx.db), [`Иесі ${n}`, `Қосарлы ${n}`, chatOf(n, '1'), chatOf(n, '0')])).toEqual(
    [],
  );
  const erased = (await erasuresSince(ctx, since)).map(({ person }) => person);
  expect([...erased].sort()).toEqual([owner.id, asker.id].sort());
  const again = await newStudent(ctx, 'Жаңадан Келген', chatOf(n, '1'));
  expect([owner.id, asker.id]).not.toContain(again.id);
  expect((await personOf(ctx, chatOf(n, '1'))).id).toBe(again.id);
});
