// Any interleaving of forms, answers, carrying, dying processes and time: each chat is exactly one person's, each number
// one person's, and at rest nothing is left halfway.
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { MINUTE } from '../../../engine/kernel/clock.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import { people } from '../../../engine/people/store.ts';
import { finishMerges } from '../../../engine/programmes/account-merge.ts';
import { newHost, newStudent } from '../../support/credit/cast.ts';
import { answerNewest, giveNumber, ownersOf, signNumber } from '../../support/credit/doubles.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';
import { countOf } from '../../support/run/counts.ts';
import { holds } from '../../support/run/holds.ts';
import { carryOn } from '../../support/transcript/carry-on.ts';
import type { Stage } from '../../support/transcript/stage.ts';

const ACCOUNTS = 4;
const NUMBERS = 2;

const stage = withEngine('file');
let run = 0;
beforeAll(async () => {
  await newHost(stage.ctx);
});

const who = fc.nat(ACCOUNTS - 1);
const which = fc.nat(NUMBERS - 1);
const anyAct = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('give' as const), who, which }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('sign' as const), who, which }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('answer' as const), who, accept: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('carry' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('die' as const), after: fc.integer({ min: 1, max: 9 }) }),
  },
);
type Act = typeof anyAct extends fc.Arbitrary<infer A> ? A : never;
/** What happens at the same time, one after another. */
const anyWaves = fc.array(fc.array(anyAct, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 9 });

interface Cast {
  readonly accounts: readonly Actor[];
  readonly chats: readonly string[];
  readonly serial: number;
}

async function newCast(): Promise<Cast> {
  run += 1;
  const chats = Array.from({ length: ACCOUNTS }, (_, n) => `participant.telegram.8${run}00${n}`);
  const accounts: Actor[] = [];
  for (const chat of chats) accounts.push(await newStudent(stage.ctx, 'Мысал Қосарлы', chat));
  return { accounts, chats, serial: run * NUMBERS };
}

const dying = (after: number): Stage['ctx'] => {
  let looks = 0;
  const now = () => {
    looks += 1;
    if (looks > after) throw new Error('killed');
    return stage.ctx.clock.now();
  };
  return { ...stage.ctx, clock: { now } };
};

async function perform(act: Act, { accounts, chats, serial }: Cast): Promise<unknown> {
  const { ctx } = stage;
  if (act.act === 'carry') return carryOn(ctx);
  if (act.act === 'die') return finishMerges(dying(act.after));
  const actor = accounts[act.who];
  // An answer is given in a chat, by whoever the chat belongs to by then.
  const person = await personOfChat(ctx, chats[act.who] ?? '');
  if (!actor || !person) throw new Error('a chat is nobody’s');
  const me: Actor = { ...actor, id: person._id };
  if (act.act === 'answer') return answerNewest(ctx, me, act.accept);
  return act.act === 'give'
    ? giveNumber(ctx, me, serial + act.which)
    : signNumber(ctx, me, serial + act.which);
}

const EXPECTED = /^(killed|.* changed 5 times under .*)$/;

async function broken({ chats }: Cast, atRest: boolean): Promise<readonly string[]> {
  const { ctx } = stage;
  const found: string[] = [];
  const owners = await ownersOf(ctx);
  for (const chat of chats) {
    const owner = await personOfChat(ctx, chat);
    const living = await people.on(ctx.db).countDocuments({ 'chats.key': chat });
    if (!owner || owner.merged) found.push(`${chat} is nobody’s`);
    if (living > 1) found.push(`${chat} is ${living} persons’`);
    if (atRest && (living !== 1 || owners[chat]?.length !== 1)) found.push(`${chat} did not arrive`);
  }
  if (atRest && (await people.on(ctx.db).exists({ 'merges.state': 'accepted' })))
    found.push('a merge is left');
  return found;
}

it(
  'leaves each chat and each number with exactly one person',
  async () => {
    let merged = 0;
    const property = fc.asyncProperty(anyWaves, async (waves) => {
      const cast = await newCast();
      for (const wave of waves) {
        const outcomes = await Promise.allSettled(wave.map((act) => perform(act, cast)));
        for (const each of outcomes)
          if (each.status === 'rejected') expect(String(each.reason.message)).toMatch(EXPECTED);
        expect(await broken(cast, false)).toEqual([]);
        stage.clock.advance(2 * MINUTE);
      }
      await carryOn(stage.ctx);
      await finishMerges(stage.ctx);
      await carryOn(stage.ctx);
      expect(await broken(cast, true)).toEqual([]);
      const found = await Promise.all(
        cast.accounts.map(({ id }) => people.on(stage.ctx.db).findById(id).lean()),
      );
      const stubs = found.flatMap((each) => (each?.merged ? [each] : []));
      merged += stubs.length;
      for (const stub of stubs) expect([stub.name, stub.iinHash, stub.chats]).toEqual(['', null, []]);
    });
    await holds(property, { numRuns: countOf('merges'), endOnFailure: true });
    // Otherwise nothing was tried.
    expect(merged).toBeGreaterThan(0);
  },
  countOf('merges') * 10_000,
);
