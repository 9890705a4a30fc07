// What the queue and a decision cost a member of staff when much waits: for two hundred registrars, against a hundredth of it.
import { newId } from '../../../engine/kernel/ids.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { decideRecredit } from '../../../engine/programmes/credit/programme.ts';
import { recreditReview } from '../../../engine/programmes/credit/reviews/kinds.ts';
import { reviewKindsOf } from '../../../engine/programmes/rooms.ts';
import { nextWaiting } from '../../../engine/reviews/next-waiting.ts';
import { queueOf } from '../../../engine/reviews/queue.ts';
import { refreshReview } from '../../../engine/reviews/refresh.ts';
import { type Contender, comparison, type Figures } from '../harness/comparison.ts';
import { openBenchEngine } from '../harness/engine.ts';
import { DECIDERS, fill, idOf, registrarOf, undo } from './waiting.ts';

const UNITS = 200;
const LEAST = 20;

type Work = (ctx: EngineContext, n: number) => Promise<unknown>;

/** Counts, and the oldest item, as `/queue` and its button ask for them. */
const lookAtQueue: Work = async (ctx, n) => {
  const actor = registrarOf(n);
  await queueOf(ctx, actor);
  return nextWaiting(ctx, reviewKindsOf(ctx), actor, null);
};

const decide: Work = async (ctx, n) => {
  const command = { id: newId(), actor: registrarOf(n), seen: '1' };
  const decided = await decideRecredit(ctx, command, { creditId: idOf(n), confirm: true });
  if (!decided.ok) throw new Error(`refused: ${decided.reasons.map(({ code }) => code).join(', ')}`);
  return refreshReview(ctx, recreditReview, idOf(n));
};

/** @param share of the size that waits */
const contender = (name: string, work: Work, share: number): Contender => ({
  name,
  rival: share < 1,
  async open(services, size) {
    const { ctx, close } = await openBenchEngine(services);
    const count = Math.max(LEAST, Math.round(size * share));
    await fill(ctx, count);
    const numbers = Array.from({ length: Math.min(UNITS, count) }, (_, n) => n);
    return {
      prepare: () => undo(ctx, numbers),
      async round() {
        for (const n of numbers) await work(ctx, n);
        return { units: numbers.length };
      },
      close,
    };
  },
});

const queue = contender('queue: all of it waits', lookAtQueue, 1);
const queueSmall = contender('queue: a hundredth waits', lookAtQueue, 0.01);
const decision = contender('decision: all of it waits', decide, 1);
const decisionSmall = contender('decision: a hundredth waits', decide, 0.01);

const ratio =
  (much: Contender, little: Contender) =>
  (figures: Figures): number =>
    figures(little.name, 'rate') / figures(much.name, 'rate');

export const reviewing = comparison({
  name: 'reviews',
  what: `the queue, and a decision, where 50,000 items wait for ${DECIDERS} deciders, against 500`,
  unit: 'look',
  size: 50_000,
  tiny: 60,
  contenders: [queue, queueSmall, decision, decisionSmall],
  goals: [
    { text: 'the queue costs ≤ 1.5 × as at a hundredth', of: ratio(queue, queueSmall), most: 1.5 },
    { text: 'a decision costs ≤ 1.5 × as at a hundredth', of: ratio(decision, decisionSmall), most: 1.5 },
  ],
});
