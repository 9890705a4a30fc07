// The rules of a running process: the shipped edition with what operators published over it, taken anew within two
// seconds of a publication. A publication that cannot be read leaves the rules as they were, and says so.
import { SECOND } from '../kernel/clock.ts';
import { type RuleBook, ruleBookFrom } from '../rules/rule-book.ts';
import type { StoreContext } from '../store/context.ts';
import { newestEditions, newestNumbers } from './current.ts';
import { sourcesOf } from './edition.ts';

const LOOKS = 2 * SECOND;

export interface LiveRules {
  /** The rules as they stand now: to be asked for anew with each use. */
  readonly book: RuleBook;
  /** Looks at once for what was published. */
  refresh(): Promise<void>;
  stop(): void;
}

/** @param failed hears of a look that failed; the rules stay as they were until one succeeds */
export async function followRules(
  db: StoreContext['db'],
  failed: (error: unknown) => void = () => undefined,
): Promise<LiveRules> {
  let numbers = await newestNumbers({ db });
  let book = ruleBookFrom(sourcesOf(await newestEditions({ db })));
  const refresh = async () => {
    const seen = await newestNumbers({ db });
    if (seen === numbers) return;
    book = ruleBookFrom(sourcesOf(await newestEditions({ db })));
    numbers = seen;
  };
  const timer = setInterval(() => void refresh().catch(failed), LOOKS);
  timer.unref();
  return {
    get book() {
      return book;
    },
    refresh,
    stop: () => clearInterval(timer),
  };
}
