// The tiny programme beside its model: whatever people do in whatever order, and however often it is repeated, its states
// are the model's and the invariants of every manifest hold.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownCertificate } from '../../engine/documents/certificates/see.ts';
import { ManualClock, MINUTE } from '../../engine/kernel/clock.ts';
import { registerProfile } from '../../engine/people/profile.ts';
import { personOfChat } from '../../engine/people/reach.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { undoDecision } from '../../engine/reviews/undo.ts';
import { newCommand, unwrap } from '../support/credit/cast.ts';
import { testContext } from '../support/engine-context.ts';
import { giveBack, openStore } from '../support/services/fresh-database.ts';
import { carryOn } from '../support/transcript/carry-on.ts';
import { certificateOf, endWalk, joinWalk, tiny, walkOf } from './engine/programmes/tiny/programme.ts';
import { walkReview } from './engine/programmes/tiny/reviews.ts';
import { withTiny } from './registry.ts';

const leader = { kind: 'person', id: 'leader', grants: [{ role: 'walk-leader', scope: 'all' }] } as const;

let ctx: EngineContext;
let clock: ManualClock;
beforeAll(async () => {
  clock = new ManualClock('2026-10-05T06:00:00Z');
  ctx = testContext(await openStore(), clock, { programmes: withTiny });
});
afterAll(() => giveBack(ctx.db));

/** `led`: a leader ended it just now, and may undo that. */
type State = 'none' | 'joined' | 'led' | 'certified' | 'over';
const kinds = ['join', 'end', 'lead', 'undo', 'later', 'erase'] as const;
type Act = { readonly act: (typeof kinds)[number]; readonly who: number; readonly twice: boolean };

const acts = fc.array(fc.record({ act: fc.constantFrom(...kinds), who: fc.nat(2), twice: fc.boolean() }), {
  maxLength: 14,
});

const moves: Readonly<Record<Act['act'], Readonly<Partial<Record<State, State>>>>> = {
  join: { none: 'joined' },
  end: { joined: 'over' },
  lead: { joined: 'led' },
  undo: { led: 'joined' },
  later: { led: 'certified' },
  erase: { joined: 'over' },
};

/** What an act makes of everybody's state; time passes for all. */
const after = (model: readonly State[], { act, who }: Act): State[] =>
  model.map((state, at) => (act === 'later' || at === who ? (moves[act][state] ?? state) : state));

let runs = 0;

it('keeps to its model', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (all) => {
      runs += 1;
      const chat = (who: number) => `participant.web.run-${runs}-${who}`;
      let model: State[] = ['none', 'none', 'none'];
      for (const each of all) {
        await perform(each, chat(each.who));
        model = after(model, each);
      }
      expect(await Promise.all(model.map((_, who) => stateOf(chat(who))))).toEqual(model);
      expect(await brokenInvariants()).toEqual([]);
    }),
    { numRuns: 8, seed: 7 },
  );
});

async function stateOf(chat: string): Promise<State> {
  const person = await personOfChat(ctx, chat);
  const walk = person && (await walkOf(ctx, person._id));
  if (!person || !walk) return 'none';
  if (await ownCertificate(ctx, person._id, certificateOf(person._id))) return 'certified';
  return walk.state === 'over' && walk.ended ? 'led' : walk.state;
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
  if (act === 'later') {
    clock.advance(6 * MINUTE);
    await carryOn(ctx);
    return;
  }
  const person = (await personOfChat(ctx, chat))?._id;
  if (person === undefined) return;
  if (act === 'lead' || act === 'undo') await lead({ ...command, actor: leader }, act, person);
  else if (act === 'end') await tiny.personal.consentEnded(ctx, person, command.id);
  else await tiny.personal.erasing.end(ctx, person);
}

/** Refused where the walk does not stand so: the model says what becomes of it. */
async function lead(command: ReturnType<typeof newCommand>, act: 'lead' | 'undo', person: string) {
  if (!(await walkOf(ctx, person))) return;
  if (act === 'lead') await endWalk(ctx, command, person);
  else await undoDecision(ctx, command, walkReview, person);
}
