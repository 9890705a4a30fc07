// How many of 50,000 students at work would meet the completion rules: counted where they are kept, or read and judged.
import { countMet } from '../../../engine/programmes/counting.ts';
import { comparison, type Figures } from '../harness/comparison.ts';
import { atWork, ON } from './at-work.ts';

const ours = atWork('ours: counted by the database', false, async (ctx, population) => {
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
  contenders: [ours, judged],
  goals: [{ text: '50,000 people within 0.25 s', of: secondsOf, most: 0.25 }],
});
