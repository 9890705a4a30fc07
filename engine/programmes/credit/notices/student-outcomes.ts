// What students are told about their payout and their re-credit.
import type { Button } from '../../../kernel/message.ts';
import type { OfCredit } from '../events.ts';
import { payoutMatter, recreditMatter } from '../views/matters.ts';
import { go, messageOf, type Tell, toStudent } from './student-message.ts';

export const payout =
  (key: string, ...buttons: readonly Button[]): Tell<OfCredit> =>
  async (ctx, event) => {
    const matter = await payoutMatter(ctx, event.data.credit);
    if (!matter) return [];
    const { amount, reason, bankReference } = matter.payout;
    const params = {
      amount,
      reason: reason ?? '',
      reference: bankReference ?? '',
      tail: matter.student.ibanTail ?? '',
    };
    return toStudent(event, messageOf(key, params, ...buttons));
  };

export const recredit =
  (
    key: string,
    buttonsOf: (creditId: string, project: string) => readonly Button[] = () => [],
  ): Tell<OfCredit> =>
  async (ctx, event) => {
    const creditId = event.data.credit;
    const matter = await recreditMatter(ctx, creditId);
    if (!matter) return [];
    const { academicCredits, reason } = matter.recredit;
    const params = { count: academicCredits, reason: reason ?? '', project: matter.project.title };
    return toStudent(event, messageOf(key, params, ...buttonsOf(creditId, matter.project.title)));
  };

export const request = (creditId: string, project: string): readonly Button[] => [
  go('request-recredit', 'credit.request-recredit', creditId, { project }),
];
