// A project is assigned to one of the grantor's chief managers, who decides on its evidence from then on.
import { type Command, holds } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { people } from '../../../people/store.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { managerAssigned } from '../events.ts';
import { isTeam } from '../rights.ts';
import { grantProjects } from '../store.ts';

/** By the department's director or an operator. @returns the project's id */
export async function assignManager(
  ctx: EngineContext,
  command: Command,
  { project, manager }: { readonly project: string; readonly manager: string },
): Promise<Result<string>> {
  const { actor } = command;
  if (!holds(actor, 'grant-director', 'all') && !holds(actor, 'operator', 'all'))
    return refused('common.not-allowed');
  const person = await people.on(ctx.db).findById(manager, { grants: 1 }).lean();
  const stands = person && ({ kind: 'person', id: manager, grants: person.grants } as const);
  if (!stands || !holds(stands, 'grant-chief-manager', 'all') || isTeam(stands, project))
    return refused('grant.no-such-manager');
  return change(ctx, grantProjects, project, command, () =>
    ok({
      action: 'manager assigned',
      set: { manager },
      events: [managerAssigned({ project })],
      result: project,
      details: { manager },
    }),
  );
}
