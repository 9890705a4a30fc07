// Reads a register to its end for an export, a page at a time, up to as many rows as one file may have.
import { refused } from '../../engine/kernel/result.ts';
import type { Page, PageRequest, Position } from '../../engine/store/page.ts';
import { unwrap } from '../routes/asking.ts';

const MOST = 20_000;
const A_PAGE = 500;

/** @throws Refusal `common.export-too-large` */
export async function gather<R>(
  pageOf: (page: PageRequest) => Promise<Page<R>>,
  most: number = MOST,
): Promise<readonly R[]> {
  const rows: R[] = [];
  let after: Position | null = null;
  do {
    const page: Page<R> = await pageOf({ limit: A_PAGE, after });
    rows.push(...page.items);
    after = page.next;
    if (rows.length > most) unwrap(refused('common.export-too-large', { most }));
  } while (after !== null);
  return rows;
}
