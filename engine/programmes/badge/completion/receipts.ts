// The receipts that participations keep: of the application's acceptance, and of the level's completion.
import type { EngineContext, KeptReceipt } from '../../programme.ts';
import { receiptIn } from '../../receipts.ts';
import { participationsOf } from '../cases.ts';

export async function receipts(ctx: EngineContext, person: string): Promise<readonly KeptReceipt[]> {
  return (await participationsOf(ctx, person)).flatMap(({ _id, admission, completion }) => [
    ...receiptIn('admission', _id, admission),
    ...receiptIn('completion', _id, completion),
  ]);
}
