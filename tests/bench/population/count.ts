// How many of 50,000 students at work would meet a draft of the completion rules while it is edited: by the facts that the first look
// read, or counted where they are kept, or read and judged each time.

import { countMet } from '../../../engine/programmes/counting.ts';
import { countLive } from '../../../engine/programmes/live-count.ts';
import { comparison, type Figures } from '../harness/comparison.ts';
import { atWork, ON } from './at-work.ts';

const ours = atWork('ours: an edit after the first look', false, async (ctx, population) => {
  const { total, met } = await countLive(ctx, 'draft', [ctx.rules], population, ON);
  return [total, ...met];
});

const first = atWork('the first look, counted by the database', true, async (ctx, population) => {
  const { total, met } = await countMet(ctx, [ctx.rules], population, ON);
  return [total, ...met];
});

const judged = atWork('read and judged', true, async (ctx, { set, subjects }) => {
  const { total, met } = await countMet(ctx, [ctx.rules], { set, subjects }, ON);
  return [total, ...met];
});

const secondsOf = (figures: Figures): number => 50_000 / figures(ours.name, 'rate');

export const count = comparison({
  name: 'count',
  what: 'how many of 50,000 students at work would meet the completion rules today',
  unit: 'person',
  units: 'people',
  size: 50_000,
  tiny: 60,
  contenders: [ours, first, judged],
  goals: [{ text: 'a live count of 50,000 people within 0.25 s', of: secondsOf, most: 0.25 }],
});
