// What a change of the credit's hours would do to everyone at work: read from the database, judged by both editions.
import { shippedOf } from '../../../engine/editions/current.ts';
import { draftOf, withDraft } from '../../../engine/editions/draft-content.ts';
import { sourcesOf } from '../../../engine/editions/edition.ts';
import { ruleBookFrom, simulate as simulated } from '../../../engine/rules/rule-book.ts';
import { raisedHours } from '../../support/credit/raised-hours.ts';
import { comparison, type Figures } from '../harness/comparison.ts';
import { atWork, ON, SET } from './at-work.ts';

const shipped = shippedOf('credit');
const draft = raisedHours(draftOf(shipped, SET), ON);
const before = ruleBookFrom(sourcesOf([shipped]));
const after = ruleBookFrom(sourcesOf([withDraft(shipped, SET, draft)]));

const ours = atWork('ours: both editions compiled', false, async (ctx, { subjects }) => {
  const sides = { before: before.compiled(SET, ON), after: after.compiled(SET, ON) };
  const { total, gain, lose, move } = (await simulated({ ...sides, subjects: subjects(ctx, ON) })).all;
  return [total, gain, lose, move];
});

const reference = atWork('json-rules-engine for each', true, async (ctx, { subjects }) => {
  const counts = { total: 0, gain: 0, lose: 0, move: 0 };
  for await (const batch of subjects(ctx, ON)) {
    for (const { facts } of batch) {
      const [was, is] = [await before.evaluate(SET, ON, facts), await after.evaluate(SET, ON, facts)];
      counts.total += 1;
      if (was.outcome !== 'met' && is.outcome === 'met') counts.gain += 1;
      else if (was.outcome === 'met' && is.outcome !== 'met') counts.lose += 1;
      else if (was.percent !== is.percent) counts.move += 1;
    }
  }
  return [counts.total, counts.gain, counts.lose, counts.move];
});

const secondsOf = (figures: Figures): number => 50_000 / figures(ours.name, 'rate');

export const simulate = comparison({
  name: 'simulate',
  what: '50,000 students at work judged by two editions of the rules, database read included',
  unit: 'person',
  units: 'people',
  size: 50_000,
  tiny: 60,
  contenders: [ours, reference],
  goals: [{ text: '50,000 people within 2 s', of: secondsOf, most: 2 }],
});
