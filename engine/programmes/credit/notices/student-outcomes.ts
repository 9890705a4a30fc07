// What students are told about their payout and their re-credit.
import type { Button } from '../../../kernel/message.ts';
import type { OfCredit } from '../events.ts';
import { payoutItem, recreditItem } from '../views/review-items.ts';
import { go, messageOf, type NotifyOf, toStudent } from './student-message.ts';

export const payout =
  (key: string, ...buttons: readonly Button[]): NotifyOf<OfCredit> =>
  async (ctx, event) => {
    const item = await payoutItem(ctx, event.data.credit);
    if (!item) return [];
    const { amount, reason, bankReference } = item.payout;
    const params = {
      amount,
      reason: reason ?? '',
      reference: bankReference ?? '',
      tail: item.student.ibanTail ?? '',
    };
    return toStudent(event, messageOf(key, params, ...buttons));
  };

export const recredit =
  (
    key: string,
    buttonsOf: (creditId: string, project: string) => readonly Button[] = () => [],
  ): NotifyOf<OfCredit> =>
  async (ctx, event) => {
    const creditId = event.data.credit;
    const item = await recreditItem(ctx, creditId);
    if (!item) return [];
    const { academicCredits, reason } = item.recredit;
    const params = { count: academicCredits, reason: reason ?? '', project: item.project.title };
    return toStudent(event, messageOf(key, params, ...buttonsOf(creditId, item.project.title)));
  };

export const request = (creditId: string, project: string): readonly Button[] => [
  go('request-recredit', 'credit.request-recredit', creditId, { project }),
];
