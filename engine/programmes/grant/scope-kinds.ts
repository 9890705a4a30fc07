// Projects as scopes of roles: which there are to invite to, and what one is called.
import { text } from '../../kernel/message.ts';
import type { ScopeKind } from '../../parts/scope.ts';
import { readsAll } from '../../store/indexes.ts';
import type { EngineContext } from '../context.ts';
import { planOf } from './project/cases.ts';
import { type GrantProject, grantProjects } from './store.ts';
import { themeParams } from './views/names.ts';

const labelOf = (project: GrantProject) => text('grant:place.project', themeParams(planOf(project)));

/** So many are offered to an operator; a lead is asked about their own only. */
const OFFERED = 100;

export const scopeKinds: readonly ScopeKind<EngineContext>[] = [
  {
    kind: 'project',
    question: 'grant:which-project',
    options: async (ctx) => {
      const found = await grantProjects
        .on(ctx.db)
        .find(readsAll)
        .sort({ createdAt: -1 })
        .limit(OFFERED)
        .lean();
      return (found as GrantProject[]).map((each) => ({ id: each._id, label: labelOf(each) }));
    },
    named: async (ctx, id) => {
      const found = await grantProjects.on(ctx.db).findById(id).lean();
      return found ? labelOf(found as GrantProject) : text('common:plain', { value: id });
    },
  },
];
