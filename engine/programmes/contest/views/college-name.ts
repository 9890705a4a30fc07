// A college's name in the three languages, as texts take it: `collegeKk`, `collegeRu`, `collegeEn`.
import { colleges } from '../../../reference/colleges.ts';
import { entryOf } from '../../../reference/entries.ts';
import type { EngineContext } from '../../context.ts';

export async function collegeName(ctx: EngineContext, id: string) {
  const found = await entryOf(ctx, colleges, id).catch(() => null);
  const { kk = id, ru = id, en = id } = found?.entry ?? {};
  return { collegeKk: kk, collegeRu: ru, collegeEn: en };
}
