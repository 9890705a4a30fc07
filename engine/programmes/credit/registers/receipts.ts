// The receipts that a student's credits keep: of their beginning, and of what the head's approval entitled to.
import type { EngineContext, KeptReceipt } from '../../programme.ts';
import { receiptIn } from '../../receipts.ts';
import { students } from '../store.ts';

export async function receipts(ctx: EngineContext, person: string): Promise<readonly KeptReceipt[]> {
  const found = await students.on(ctx.db).findById(person, { credits: 1 }).lean();
  return (found?.credits ?? []).flatMap(({ id, admission, entitlement }) => [
    ...receiptIn('admission', id, admission),
    ...receiptIn('completion', id, entitlement?.receipt),
  ]);
}
