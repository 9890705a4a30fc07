// Asking the rules: a yes with its receipt, a no with its reasons, and a bug where facts were not told.
import { expect, it } from 'vitest';
import { askRules } from '../../../../engine/programmes/credit/verdict.ts';
import { completed, ON, shippedBook } from '../../../rules/shipped-book.ts';

it('gives the receipt of a yes', async () => {
  const verdict = await askRules(shippedBook(), 'credit.completion', ON, completed);
  expect(verdict).toMatchObject({
    ok: true,
    value: { receipt: { outcome: 'met', facts: completed }, parameters: { payoutTenge: 20_000 } },
  });
});

it('gives every reason of a no', async () => {
  const facts = { ...completed, 'credit.confirmedMinutes': 0, 'credit.headApprovedReport': false };
  const verdict = await askRules(shippedBook(), 'credit.completion', ON, facts);
  expect(verdict).toMatchObject({
    ok: false,
    reasons: [
      { code: 'credit.hours-short', key: 'rules:credit.hours-short', params: { have: 0, count: 0 } },
      { code: 'credit.report-not-approved', key: 'rules:credit.report-not-approved' },
    ],
  });
});

it('never decides on facts that nobody told', async () => {
  const { 'credit.confirmedMinutes': _minutes, 'credit.headApprovedReport': _approved, ...facts } = completed;
  await expect(askRules(shippedBook(), 'credit.completion', ON, facts)).rejects.toThrow(
    new TypeError('credit.completion: facts are missing: credit.confirmedMinutes, credit.headApprovedReport'),
  );
});
