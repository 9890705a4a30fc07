// The tiny programme beside its model: whatever people do in whatever order, and however often it is repeated, its states
// are the model's and the invariants of every manifest hold.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ManualClock } from '../../engine/kernel/clock.ts';
import { registerProfile } from '../../engine/people/profile.ts';
import { personOfChat } from '../../engine/people/reach.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { newCommand, unwrap } from '../support/credit/cast.ts';
import { testContext } from '../support/engine-context.ts';
import { giveBack, openStore } from '../support/services/fresh-database.ts';
import { joinWalk, tiny, walkOf } from './engine/programmes/tiny/programme.ts';
import { withTiny } from './registry.ts';

let ctx: EngineContext;
beforeAll(async () => {
  ctx = testContext(await openStore(), new ManualClock('2026-10-05T06:00:00Z'), { programmes: withTiny });
});
afterAll(() => giveBack(ctx.db));

type State = 'none' | 'joined' | 'over';
type Act = { readonly act: 'join' | 'end' | 'erase'; readonly who: number; readonly twice: boolean };

const acts = fc.array(
  fc.record({
    act: fc.constantFrom('join' as const, 'end' as const, 'erase' as const),
    who: fc.nat(2),
    twice: fc.boolean(),
  }),
  { maxLength: 12 },
);

/** What an act makes of a state. */
const next = (state: State, { act }: Act): State => {
  if (act === 'join') return state === 'none' ? 'joined' : state;
  return state === 'joined' ? 'over' : state;
};

let runs = 0;

it('keeps to its model', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (all) => {
      runs += 1;
      const chat = (who: number) => `participant.web.run-${runs}-${who}`;
      const model: State[] = ['none', 'none', 'none'];
      for (const each of all) {
        await perform(each, chat(each.who));
        model[each.who] = next(model[each.who] ?? 'none', each);
      }
      expect(await Promise.all(model.map((_, who) => stateOf(chat(who))))).toEqual(model);
      expect(await brokenInvariants()).toEqual([]);
    }),
    { numRuns: 8, seed: 7 },
  );
});

async function stateOf(chat: string): Promise<State> {
  const person = await personOfChat(ctx, chat);
  return (person && (await walkOf(ctx, person._id))?.state) ?? 'none';
}

async function brokenInvariants(): Promise<readonly string[]> {
  const all = ctx.programmes.flatMap(({ invariants }) => Object.values(invariants));
  return (await Promise.all(all.map((broken) => broken(ctx)))).flat();
}

/** Once, or twice under the same command. */
async function perform(each: Act, chat: string): Promise<void> {
  const command = newCommand();
  await performOnce(each, chat, command);
  if (each.twice) await performOnce(each, chat, command);
}

async function performOnce(
  { act }: Act,
  chat: string,
  command: ReturnType<typeof newCommand>,
): Promise<void> {
  if (act === 'join') {
    const who = { chat, language: 'kk' as const, name: 'Серуенші Мысалов' };
    const blank = { birthDate: null, region: null, phone: null };
    const id = unwrap(
      await registerProfile(ctx, { ...command, id: `${command.id}/who` }, { ...who, ...blank }),
    );
    await joinWalk(ctx, { ...command, actor: { kind: 'person', id, grants: [] } }, 'Тыныштық');
    return;
  }
  const person = (await personOfChat(ctx, chat))?._id ?? 'nobody';
  if (act === 'end') await tiny.personal.consentEnded(ctx, person, command.id);
  else await tiny.personal.erasing.end(ctx, person);
}
