// Judging everyone by a set of rules, with percentages and reasons: ours, json-rules-engine at its best, and code written
// for these rules alone.
import type { Facts } from '../../../engine/rules/rule-book.ts';
import { type Contender, comparison, type Figures } from '../harness/comparison.ts';
import { byEngine } from './engine.ts';
import { byHand } from './hand-written.ts';
import { benchBook, benchPeople, ON, type Said, SET, Sum } from './subject.ts';

type Judge = (facts: Facts) => Said | Promise<Said>;

function contender(name: string, isRival: boolean, make: () => Judge): Contender {
  return {
    name,
    rival: isRival,
    async open(_, size) {
      const people = benchPeople(size);
      const judge = make();
      let sum = new Sum();
      return {
        async round() {
          sum = new Sum();
          for (const facts of people) {
            const said = judge(facts);
            // Not awaited where there is nothing to wait for.
            sum.add(said instanceof Promise ? await said : said);
          }
          return { units: people.length };
        },
        outcome: async () => sum.outcome,
        close: async () => undefined,
      };
    },
  };
}

const ours = contender('ours: compiled, with explanations', false, () => {
  const compiled = benchBook().compiled(SET, ON);
  return (facts) => {
    const { outcome, percent, reasons } = compiled.evaluate(facts);
    const told = reasons.map(({ code, params = {} }) => ({ code, have: params.have, need: params.need }));
    return { met: outcome === 'met', percent, reasons: told };
  };
});
const hand = contender('written by hand', true, () => byHand);
const engine = contender('json-rules-engine at its best', true, byEngine);

const seconds = (figures: Figures, { name }: Contender): number => 50_000 / figures(name, 'rate');

export const rules = comparison({
  name: 'rules',
  what: '50,000 people by 16 requirements with 58 conditions over 32 facts, percentages and reasons included',
  unit: 'person',
  units: 'people',
  size: 50_000,
  tiny: 200,
  contenders: [ours, hand, engine],
  goals: [
    { text: '50,000 people within 0.3 s', of: (figures) => seconds(figures, ours), most: 0.3 },
    {
      text: '≥ 40 × json-rules-engine',
      of: (figures) => figures(ours.name, 'rate') / figures(engine.name, 'rate'),
      least: 40,
    },
    {
      text: '≤ 3 × the time of code written by hand',
      of: (figures) => figures(hand.name, 'rate') / figures(ours.name, 'rate'),
      most: 3,
    },
  ],
});
