// Reasons of offers: their texts stand in a namespace of their own.
import { type Refused, refusedFor, type TextParams } from '../../../kernel/result.ts';

/** @param code without the programme: `many` */
export const refusedOffer = (code: string, params: TextParams = {}): Refused =>
  refusedFor([{ code: `contest.offer-${code}`, key: `contest-offer:reason.${code}`, params }]);
