// A decision that is looked at years later: the same rules say the same; whatever was changed since is told by its place.
import { expect, it } from 'vitest';
import { shippedOf } from '../../engine/editions/current.ts';
import { type Edition, sourcesOf } from '../../engine/editions/edition.ts';
import { decision, rerun, ruleBookFrom } from '../../engine/rules/rule-book.ts';
import { completed, ON, shippedBook } from './shipped-book.ts';

const SET = 'credit.completion';
const source = { document: 'sample', section: '1' };

async function receiptOf(facts: Readonly<Record<string, unknown>> = completed) {
  const stored = decision(await shippedBook().evaluate(SET, ON, facts), facts);
  // As the database gives it back.
  return JSON.parse(JSON.stringify(stored)) as typeof stored;
}

function otherBook(change: (edition: Edition) => unknown) {
  const edition = structuredClone(shippedOf('credit'));
  change(edition);
  return ruleBookFrom(sourcesOf([edition]));
}

it.each([
  ['met', completed],
  ['not met', { ...completed, 'credit.confirmedMinutes': 1199 }],
  ['lacking data', { 'credit.targetHours': 50 }],
])('agrees with itself when it was %s', async (_, facts) => {
  const again = await rerun(shippedBook(), await receiptOf(facts));
  expect(again).toMatchObject({ intact: true, why: null, differences: [] });
});

it('agrees after a change from a later day', async () => {
  const later = otherBook(({ parameters }) =>
    parameters.requiredMinutes?.values.push({
      ...{ from: '2027-01-01', value: { '20': 1500, '50': 3000 }, status: 'inForce', source },
    }),
  );
  expect((await rerun(later, await receiptOf())).differences).toEqual([]);
});

it('tells what a change of its own day has made other', async () => {
  const book = otherBook(({ parameters }) => {
    const [value] = parameters.requiredMinutes?.values ?? [];
    Object.assign(value ?? {}, { value: { '20': 1500, '50': 3000 } });
  });
  const { intact, differences } = await rerun(book, await receiptOf());
  expect(intact).toBe(true);
  expect(differences).toContainEqual({ pointer: '/outcome', stored: 'met', now: 'notMet' });
  expect(differences).toContainEqual({ pointer: '/parameters/requiredMinutes', stored: 1200, now: 1500 });
  expect(differences).toContainEqual({ pointer: '/reasons/0', stored: null, now: expect.anything() });
});

it('knows a receipt that somebody altered', async () => {
  const receipt = { ...(await receiptOf({ ...completed, 'credit.confirmedMinutes': 1199 })), outcome: 'met' };
  const again = await rerun(shippedBook(), receipt as never);
  expect(again.intact).toBe(false);
  expect(again.differences).toEqual([{ pointer: '/outcome', stored: 'met', now: 'notMet' }]);
});

it('says why it cannot be asked again when its set is gone', async () => {
  const receipt = { ...(await receiptOf()), set: 'credit.gone' };
  expect(await rerun(shippedBook(), receipt)).toMatchObject({
    evaluation: null,
    why: 'no rule set "credit.gone"',
  });
});
