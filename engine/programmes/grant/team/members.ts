// Block II: who works on the project. Positions and duties go into the plan; names and contacts stay with the project.
import type { Command } from '../../../kernel/actor.ts';
import { newShortId } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import type { employments, Member } from '../plan/shape.ts';
import { refuseOthers } from '../rights.ts';
import { grantProjects } from '../store.ts';

type Employment = (typeof employments)[number];

export interface NewMember extends Omit<Member, 'id'> {
  readonly name: string;
  readonly contact: string;
}

/** @returns the member's id within the project */
export function addMember(
  ctx: EngineContext,
  command: Command,
  project: string,
  { name, contact, ...member }: NewMember,
): Promise<Result<string>> {
  const id = newShortId();
  return change(ctx, grantProjects, project, command, ({ draft, contacts }) => {
    const refusal = refuseOthers(command.actor, project, 'grant-lead');
    if (refusal) return refusal;
    const { members, none } = draft.team;
    const team = {
      members: [...members, { ...member, id }],
      none: none.filter((each) => each !== member.employment),
    };
    return ok({
      action: 'team member added',
      set: {
        draft: { ...draft, team },
        contacts: [...contacts, { member: id, employment: member.employment, name, contact }],
      },
      result: id,
    });
  });
}

/** Declares that nobody is employed so. Those who are listed so leave the draft. */
export function declareNone(
  ctx: EngineContext,
  command: Command,
  project: string,
  employment: Employment,
): Promise<Result<string>> {
  return change(ctx, grantProjects, project, command, ({ draft, contacts }) => {
    const refusal = refuseOthers(command.actor, project, 'grant-lead');
    if (refusal) return refusal;
    const members = draft.team.members.filter((each) => each.employment !== employment);
    const none = [...new Set([...draft.team.none, employment])];
    return ok({
      action: 'team list declared empty',
      set: {
        draft: { ...draft, team: { members, none } },
        contacts: contacts.filter((each) => each.employment !== employment),
      },
      result: project,
      details: { employment },
    });
  });
}

/** Says who a member of an imported plan is. */
export function nameMember(
  ctx: EngineContext,
  command: Command,
  project: string,
  who: { readonly member: string; readonly name: string; readonly contact: string },
): Promise<Result<string>> {
  return change(ctx, grantProjects, project, command, ({ draft, contacts }) => {
    const refusal = refuseOthers(command.actor, project, 'grant-lead');
    if (refusal) return refusal;
    const employment = draft.team.members.find(({ id }) => id === who.member)?.employment ?? 'staff';
    const others = contacts.filter(({ member }) => member !== who.member);
    return ok({
      action: 'team member named',
      set: { contacts: [...others, { ...who, employment }] },
      result: who.member,
    });
  });
}
