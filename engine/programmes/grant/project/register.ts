// A project is registered by its lead: block I, with everything else still to be written.
import type { Command } from '../../../kernel/actor.ts';
import { derivedId } from '../../../kernel/ids.ts';
import { folded } from '../../../kernel/names.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { addGrant } from '../../../people/staff.ts';
import { create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { projectRegistered } from '../events.ts';
import { blankPlan } from '../plan/blank.ts';
import type { Plan } from '../plan/shape.ts';
import { wordsIn } from '../plan/words.ts';
import { grantorRoles, projectScope } from '../roles.ts';
import { grantProjects } from '../store.ts';

/** Who registers it leads it. Refused to whoever signs at the grantor's. @returns the project's id */
export async function registerProject(
  ctx: EngineContext,
  command: Command,
  general: Plan['general'],
): Promise<Result<string>> {
  const { actor } = command;
  const isGrantor = actor.grants.some(({ role }) => grantorRoles.some((each) => each === role));
  if (actor.kind !== 'person' || isGrantor) return refused('common.not-allowed');
  const id = derivedId(`grant project ${command.id}`);
  const made = await create(ctx, grantProjects, id, command, {
    action: 'project registered',
    set: {
      draft: { ...blankPlan(), general },
      searchTheme: searchOf(general),
      ...{ versions: [], lead: actor.id, manager: null, contacts: [], impact: [] },
      ...{ participants: null, trip: null, money: null },
      ...{ createdBy: actor.id, createdAt: ctx.clock.now() },
    },
    events: [projectRegistered({ project: id })],
    result: id,
  });
  if (!made.created) return refused('common.already-done');
  const lead = { role: 'grant-lead', scope: projectScope(id) } as const;
  const given = await addGrant(ctx, { ...command, id: `${command.id}/lead` }, actor.id, lead);
  return given.ok ? ok(id) : given;
}

export const searchOf = ({ theme }: Pick<Plan['general'], 'theme'>): string =>
  folded(theme === null ? '' : wordsIn(theme, 'kk'));
