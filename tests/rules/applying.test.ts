// To whom a requirement applies, and facts with a declared default: what is counted, what is missing, what is kept.
import { describe, expect, it } from 'vitest';
import {
  decision,
  evaluationInWords,
  evaluationJson,
  type Facts,
  rerun,
  ruleBookFrom,
} from '../../engine/rules/rule-book.ts';
import { plainText } from '../../locales/texts.ts';
import { sample, sourcesOf } from './sample-sources.ts';
import { ON, shippedBook } from './shipped-book.ts';

const book = shippedBook();

/** A silver participant who has done everything, with 13 weeks of sport and 26 of talents. */
const done: Facts = {
  ...{ age: 15, 'badge.heldLevels': [], 'badge.directionsConfirmed': true, 'badge.monthsSinceStart': 12 },
  ...{ 'sport.qualifyingWeeks': 13, 'talent.qualifyingWeeks': 26, 'sport.standardMet': true },
  ...{ 'volunteering.qualifyingWeeks': 26, 'heritage.qualifyingWeeks': 13, 'tourism.longestTripDays': 3 },
  ...{ 'reading.books': 6, 'reading.sections': 3, 'reading.kazakhBooks': 2 },
};
const silver = (facts: Facts) => book.evaluate('badge.silver', ON, facts);

describe('a requirement that does not apply', () => {
  const reading = { 'badge.chosenDirections': ['reading'] };

  it('counts neither for the verdict nor for the percentage', async () => {
    const facts = { ...done, ...reading, 'tourism.longestTripDays': 0, 'reading.books': 3 };
    const { outcome, percent, reasons, requirements, notApplicable } = await silver(facts);
    expect({ outcome, percent }).toEqual({ outcome: 'notMet', percent: 83.33 });
    expect(reasons.map(({ code }) => code)).toEqual(['badge.books-short']);
    expect(requirements.map(({ id }) => id)).toEqual([
      ...['age', 'not-held', 'reading', 'directions', 'confirmed', 'term'],
    ]);
    expect(notApplicable.map(({ id }) => id)).toEqual([
      ...['sport', 'talent', 'heritage', 'volunteering', 'tourism'],
    ]);
  });

  it('asks for no facts', async () => {
    const { 'sport.standardMet': _, 'tourism.longestTripDays': _trip, ...rest } = done;
    expect((await silver({ ...rest, ...reading })).outcome).toBe('met');
    expect((await silver(rest)).missing).toEqual(['sport.standardMet', 'tourism.longestTripDays']);
    expect((await silver({ ...rest, 'badge.chosenDirections': ['sport'] })).missing).toEqual([
      'sport.standardMet',
    ]);
  });

  it('is named in the fixed form, which is as before where all apply', async () => {
    expect(evaluationJson(await silver({ ...done, 'badge.chosenDirections': ['tourism'] }))).toMatchObject({
      notApplicable: ['sport', 'talent', 'reading', 'heritage', 'volunteering'],
    });
    expect(evaluationJson(await silver(done))).not.toHaveProperty('notApplicable');
  });

  it('is told from what is asked, in words and in the trace', async () => {
    const evaluation = await silver({ ...done, ...reading });
    const words = evaluationInWords('rules:set.badge.silver', evaluation, (text) => plainText(text, 'en'));
    expect(words).toContain('  – Expeditions — not counted: it is not asked of you');
    const sport = evaluation.trace.filter(({ requirement }) => requirement === 'sport');
    expect(sport).toEqual([
      {
        ...{ requirement: 'sport', when: true, name: 'badge.sport-not-chosen' },
        ...{ fact: 'badge.chosenDirections', operator: 'includes', met: false, have: false, need: true },
      },
    ]);
  });
});

describe('a fact with a declared default', () => {
  it('is never missing, and may be given', async () => {
    expect((await silver(done)).outcome).toBe('met');
    const swapped = { ...done, 'sport.qualifyingWeeks': 13, 'talent.qualifyingWeeks': 20 };
    const sport = async (facts: Facts) => (await silver(facts)).requirements.find(({ id }) => id === 'sport');
    expect(await sport(swapped)).toMatchObject({ met: false });
    expect(await sport({ ...swapped, 'badge.longerTerm': 'talent' })).toMatchObject({ met: true, need: 13 });
  });

  it('is refused where it is given wrong', async () => {
    await expect(silver({ ...done, 'badge.longerTerm': 'chess' })).rejects.toThrow('badge.longerTerm');
  });

  it('is kept in the receipt, so that another default later changes nothing', async () => {
    const bent = sample();
    Object.assign(bent.facts['club.visits'], { default: 3 });
    const facts = { 'club.member': true, 'club.colour': 'red', 'club.skills': [] };
    const before = ruleBookFrom(sourcesOf(bent));
    const receipt = decision(await before.evaluate('club.join', '2020-05-01', facts), facts);
    expect(receipt).toMatchObject({ outcome: 'met', facts: { ...facts, 'club.visits': 3 } });
    Object.assign(bent.facts['club.visits'], { default: 0 });
    const again = await rerun(ruleBookFrom(sourcesOf(bent)), receipt);
    expect([again.evaluation?.outcome, again.differences]).toEqual(['met', []]);
  });
});
