// The receipts that a person's nominations and packages keep: of what they were taken by.
import type { EngineContext, KeptReceipt } from '../../programme.ts';
import { receiptIn } from '../../receipts.ts';
import { packages } from '../packages/store.ts';
import { nominationsOf } from './nomination.ts';

export async function receipts(ctx: EngineContext, person: string): Promise<readonly KeptReceipt[]> {
  const found = await nominationsOf(ctx, person);
  const sent = await Promise.all(
    found.map(async ({ _id }) => (await packages.on(ctx.db).findById(_id, { sent: 1 }).lean())?.sent),
  );
  return found.flatMap(({ _id, admission }, index) => [
    ...receiptIn('admission', _id, admission),
    ...receiptIn('package', _id, sent[index]?.receipt),
  ]);
}
