// `rules rerun`: a stored decision judged again, offline.
import type { RuleBook } from '../book.ts';
import type { DecisionReceipt } from '../decision.ts';
import { shown } from '../finding.ts';
import { rerun } from '../rerun.ts';
import { parseFile } from './options.ts';
import type { Report } from './report.ts';

/** @param file with a receipt, or with `{ receipt }` as the API shows it */
export async function rerunFile(book: RuleBook, file: string): Promise<Report> {
  const content = parseFile(file) as DecisionReceipt & { receipt?: DecisionReceipt };
  const { intact, evaluation, why, differences } = await rerun(book, content.receipt ?? content);
  const agrees = evaluation !== null && differences.length === 0;
  return {
    lines: [
      intact ? 'the receipt is as it was sealed' : 'the receipt was altered after it was sealed',
      ...(why === null ? [] : [`it cannot be judged again: ${why}`]),
      ...(agrees ? ['these rules say the same'] : []),
      ...differences.map(
        ({ pointer, stored, now }) => `${pointer}: ${shown(stored)} then, ${shown(now)} now`,
      ),
    ],
    json: { intact, agrees, why, differences },
    sound: intact && agrees,
  };
}
