// The kinds of scopes in which roles are held (`region:75`: the region 75): how one is chosen when somebody is invited, and
// what it is called. Declared by the part whose things they are; `all` needs no kind.
import type { Text } from '../kernel/message.ts';
import type { Result } from '../kernel/result.ts';
import type { StoreContext } from '../store/context.ts';

export interface ScopeKind<C extends StoreContext = StoreContext> {
  /** As its scopes begin: `region`. */
  readonly kind: string;
  /** Text key of the question for one of them. */
  readonly question: string;
  /** All of them, to choose from. Where absent, they are too many: one is typed, and found by `find`. */
  readonly options?: (ctx: C) => Promise<readonly ScopeOption[]>;
  /** @returns the id. @throws nothing: what cannot be found is refused with its reason */
  readonly find?: (ctx: C, typed: string) => Promise<Result<string>>;
  /** What one is called, also where it is no option any more. */
  readonly named: (ctx: C, id: string) => Promise<Text>;
}

export interface ScopeOption {
  readonly id: string;
  readonly label: Text;
}

/** `region:75` → `region` and `75`; `all` has no id. */
export function scopeParts(scope: string): { readonly kind: string; readonly id: string } {
  const at = scope.indexOf(':');
  return at < 0 ? { kind: scope, id: '' } : { kind: scope.slice(0, at), id: scope.slice(at + 1) };
}
