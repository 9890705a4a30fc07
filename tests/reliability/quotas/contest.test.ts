// The quotas of the contest under load, with a process killed in between: 300 colleges of which each sends ten at once, 20 regions
// of which each passes 60 on at once. Never over a quota, and no seat is lost to the kill. A small round is in `npm test` (see
// tests/engine/contest/quotas).
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ManualClock, MINUTE } from '../../../engine/kernel/clock.ts';
import { finishSagas, reconcileSeats } from '../../../engine/programmes/contest/sweeping.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { crowdFor, emptyRound } from '../../support/contest/quota-crowd.ts';
import type { Wishes } from '../../support/contest/quota-sender.ts';
import { judged, passAll, sendAll } from '../../support/contest/quotas.ts';
import { type Bundles, bundle } from '../../support/crash/bundle.ts';
import { chanceOf } from '../../support/crash/random.ts';
import { testContext } from '../../support/engine-context.ts';
import { isTimeUp, noteDown } from '../../support/run/campaign.ts';
import { countOf } from '../../support/run/counts.ts';
import { freshDatabase, giveBack, openStore } from '../../support/services/fresh-database.ts';

const SOURCE = 'tests/support/contest/quota-sender.ts';
const mongodb = freshDatabase();
const clock = new ManualClock('2026-09-01T06:00:00Z');
const round = { round: 0, colleges: 300, perCollege: 10, regions: 20, perRegion: 60 };
const days = { send: '2026-10-01T06:00:00Z', pass: '2026-10-10T06:00:00Z' } as const;

let ctx: EngineContext;
let bundles: Bundles;

beforeAll(async () => {
  ctx = testContext(await openStore(mongodb), clock, { nudge: () => {} });
  bundles = await bundle(SOURCE);
});
afterAll(async () => {
  bundles.remove();
  await giveBack(ctx.db);
});

/** Begins with the wishes in a process of their own, and kills it once so many are answered. */
async function killedAfter(answers: number, wishes: Omit<Wishes, 'now'>): Promise<void> {
  const child = fork(bundles.of(SOURCE), [mongodb], { execArgv: [] });
  const gone = once(child, 'exit');
  await once(child, 'message');
  child.on('message', ({ answered }: { readonly answered: number }) => {
    if (answered >= answers) child.kill('SIGKILL');
  });
  child.send({ ...wishes, now: days[wishes.deed] });
  await gone;
}

/** What broke off is taken up, as the worker does. */
async function sweep(): Promise<void> {
  clock.advance(MINUTE);
  for (let times = 0; times < 12; times += 1) await finishSagas(ctx);
  await reconcileSeats(ctx);
}

it('C-16 C-26: keeps every quota of 300 colleges and 20 regions, with the process killed in between', {
  timeout: 24 * 60 * MINUTE,
}, async () => {
  const chance = chanceOf(Number(process.env.SEED ?? 1));
  for (let played = 0; played < countOf('quotaRounds') && !isTimeUp(); played += 1) {
    clock.set('2026-09-01T06:00:00Z');
    await emptyRound(ctx);
    const scene = await crowdFor(ctx, round);
    const some = 1 + Math.floor(chance.next() * 200);
    await killedAfter(some, { deed: 'send', wishes: scene.sendings.filter((_, n) => n % 2 === 0) });
    clock.set(days.send);
    await sendAll(ctx, scene);
    await sweep();
    await killedAfter(some, { deed: 'pass', wishes: scene.passings.filter((_, n) => n % 2 === 0) });
    clock.set(days.pass);
    await passAll(ctx, scene);
    await sweep();
    const found = await judged(ctx, round, scene.places);
    noteDown([{ kind: 'quotas', runs: 1, ...(found.overruns[0] && { violation: found.overruns.join() }) }]);
    expect(found).toEqual({ overruns: [], sent: 900, passed: 200 });
  }
});
