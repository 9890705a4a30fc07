// Organisations as scopes of roles: there are too many to choose from, so that one is found by its BIN. And the network that
// accredits volunteer organisations.
import { binProblem } from '../kernel/iin.ts';
import { text } from '../kernel/message.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { numberTyped } from '../kernel/typed-text.ts';
import type { ScopeKind } from '../parts/scope.ts';
import type { StoreContext } from '../store/context.ts';
import { organisations } from './store.ts';

const nvs = { id: 'nvs', label: text('staff:place.network') };

export const scopeKinds: readonly ScopeKind[] = [
  {
    kind: 'organisation',
    question: 'staff:which.organisation',
    find: foundByBin,
    named: async (ctx, bin) => {
      const found = await organisations.on(ctx.db).findById(bin, { name: 1 }).lean();
      return text('common:plain', { value: found?.name ?? bin });
    },
  },
  {
    kind: 'network',
    question: 'staff:invite.where',
    options: async () => [nvs],
    named: async () => nvs.label,
  },
];

async function foundByBin(ctx: StoreContext, typed: string): Promise<Result<string>> {
  const bin = numberTyped(typed);
  const problem = binProblem(bin);
  if (problem !== null) return refused(`common.bin-${problem}`, { length: bin.length });
  const found = await organisations.on(ctx.db).exists({ _id: bin });
  return found ? ok(bin) : refused('common.organisation-unknown');
}
