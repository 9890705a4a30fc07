// The centre as a place where roles are held: what it is called, and which there are.
import { text } from '../../../kernel/message.ts';
import type { ScopeKind } from '../../../parts/scope.ts';
import type { EngineContext } from '../../context.ts';
import { activeCentres } from '../cases.ts';
import { centres } from '../store.ts';

const called = (name: string) => text('common:plain', { value: name });

export const centreKind: ScopeKind<EngineContext> = {
  kind: 'centre',
  question: 'badge-staff:centre.which',
  named: async (ctx, id) => {
    const found = await centres.on(ctx.db).findById(id, { name: 1 }).lean();
    return called(found?.name ?? id);
  },
  options: async (ctx) =>
    (await activeCentres(ctx)).map(({ _id, name }) => ({ id: _id, label: called(name) })),
};
