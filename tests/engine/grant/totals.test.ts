// Totals equal a recomputation from accepted evidence, whatever was accepted, accepted in part, returned, undone or shared, in
// whatever order and however often.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ManualClock } from '../../../engine/kernel/clock.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  decideEvidence,
  grant,
  indicatorsIn,
  projectOf,
  reopenEvidence,
  sendEvidence,
  standingOf,
  undoEvidence,
} from '../../../engine/programmes/grant/programme.ts';
import { newCommand, unwrap } from '../../support/credit/cast.ts';
import { testContext } from '../../support/engine-context.ts';
import { agreedProject, evidenceFor, newPhotos, type Stage } from '../../support/grant/cast.ts';
import { giveBack, openStore } from '../../support/services/fresh-database.ts';

let ctx: EngineContext;
beforeAll(async () => {
  ctx = testContext(await openStore(), new ManualClock('2025-08-20T06:00:00Z'));
});
afterAll(() => giveBack(ctx.db));

/** What is sent: for 1.1.1 (at least 5 photos), for 4.1.3 («10/2»), and infographics of 6.1.2 that may serve C2.1.2 (10 each). */
const kinds = [
  { indicator: '1.1.1', shared: [] },
  { indicator: '4.1.3', shared: [] },
  { indicator: '6.1.2', shared: [] },
  { indicator: '6.1.2', shared: ['C2.1.2'] },
] as const;

const sent = fc.record({ kind: fc.nat(kinds.length - 1), count: fc.integer({ min: 1, max: 4 }) });
const act = fc.record({
  what: fc.constantFrom(
    'accept' as const,
    'part' as const,
    'return' as const,
    'reopen' as const,
    'undo' as const,
  ),
  which: fc.nat(4),
  twice: fc.boolean(),
});

type Act = { readonly what: Parameters<typeof model>[1]; readonly which: number; readonly twice: boolean };

interface Model {
  readonly kind: number;
  readonly count: number;
  state: 'sent' | 'accepted' | 'returned' | 'undone';
  accepted: number;
}

/** What an act makes of a piece: nothing where it may not be. */
function model(piece: Model, what: 'accept' | 'part' | 'return' | 'reopen' | 'undo'): void {
  const amount = what === 'part' ? 1 : piece.count;
  if (what === 'reopen' && (piece.state === 'accepted' || piece.state === 'returned')) {
    piece.state = 'sent';
    piece.accepted = 0;
  } else if (piece.state === 'sent' && (what === 'accept' || what === 'part')) {
    piece.state = 'accepted';
    piece.accepted = amount;
  } else if (piece.state === 'sent' && what === 'return') piece.state = 'returned';
  else if (piece.state === 'sent' && what === 'undo') piece.state = 'undone';
}

async function perform(
  { lead, grantors }: Stage,
  evidence: string,
  what: Parameters<typeof model>[1],
  twice: boolean,
) {
  const manager = grantors['grant-chief-manager'];
  const command = newCommand(what === 'undo' ? lead : manager);
  const once = () => {
    if (what === 'undo') return undoEvidence(ctx, command, evidence);
    if (what === 'reopen') return reopenEvidence(ctx, command, evidence);
    if (what === 'return')
      return decideEvidence(ctx, command, { evidence, accept: false, comment: 'Қайта жіберіңіз' });
    return decideEvidence(ctx, command, { evidence, accept: true, ...(what === 'part' && { amount: 1 }) });
  };
  await once();
  if (twice) await once();
}

/** The need of the part that is served. */
const NEED = { '1.1.1': 5, '4.1.3': 10, '6.1.2': 10, 'C2.1.2': 10 } as const;

/** Percent of each indicator, recomputed from the model alone. */
function recomputed(pieces: readonly Model[]): Readonly<Record<string, number>> {
  const have = (indicator: string) =>
    pieces
      .filter(({ state, kind }) => {
        const { indicator: own, shared } = kinds[kind] ?? kinds[0];
        return state === 'accepted' && (own === indicator || shared.some((each) => each === indicator));
      })
      .reduce((sum, { accepted }) => sum + accepted, 0);
  return Object.fromEntries(
    Object.entries(NEED).map(([indicator, need]) => {
      // Of «10/2» the photos are one half.
      const whole = indicator === '4.1.3' ? 50 : 100;
      return [indicator, Math.floor((whole * Math.min(have(indicator), need)) / need)];
    }),
  );
}

/** @returns the id of what was sent */
async function sendOne(stage: Stage, { kind, count }: Pick<Model, 'kind' | 'count'>): Promise<string> {
  const { indicator, shared } = kinds[kind] ?? kinds[0];
  const media = await newPhotos(ctx, stage.lead, count);
  const more = { media, alsoServes: [...shared], ...(indicator === '6.1.2' && { quantity: count }) };
  return unwrap(await sendEvidence(ctx, newCommand(stage.lead), evidenceFor(stage.project, indicator, more)));
}

async function totalsOf(project: string): Promise<Readonly<Record<string, number>>> {
  const { progress } = await standingOf(ctx, await projectOf(ctx, project));
  const found = indicatorsIn(progress).filter(({ indicator }) => indicator.id in NEED);
  return Object.fromEntries(found.map(({ indicator, percent }) => [indicator.id, percent]));
}

let runs = 0;

async function keepsTotals(
  all: readonly Pick<Model, 'kind' | 'count'>[],
  acts: readonly Act[],
): Promise<void> {
  runs += 1;
  const stage = await agreedProject(ctx, `run-${runs}`);
  const pieces: (Model & { readonly id: string })[] = [];
  for (const each of all)
    pieces.push({ ...each, id: await sendOne(stage, each), state: 'sent', accepted: 0 });
  for (const { what, which, twice } of acts) {
    const piece = pieces[which % pieces.length];
    if (!piece) continue;
    await perform(stage, piece.id, what, twice);
    model(piece, what);
  }
  expect(await totalsOf(stage.project)).toEqual(recomputed(pieces));
  for (const broken of Object.values(grant.invariants)) expect(await broken(ctx)).toEqual([]);
}

it('G-14: totals equal a recomputation after any order of accept, return, undo, partial, shared', {
  timeout: 120_000,
}, async () => {
  const some = fc.array(sent, { minLength: 1, maxLength: 5 });
  await fc.assert(fc.asyncProperty(some, fc.array(act, { maxLength: 12 }), keepsTotals), {
    numRuns: 12,
    seed: 21,
  });
});
