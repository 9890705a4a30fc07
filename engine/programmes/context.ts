// What the use-cases of programmes are handed: the store, and the rules in force.
import type { RuleBook } from '../rules/rule-book.ts';
import type { StoreContext } from '../store/context.ts';

export interface EngineContext extends StoreContext {
  readonly rules: RuleBook;
}
