// What the scripts of the grant programme share: whose project is spoken of, and endings with a way on.
import { type Button, text } from '../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  type GrantProject,
  isTeam,
  ownProjects,
  seenProject,
  type TeamRole,
} from '../../../engine/programmes/grant/programme.ts';
import type { EffectStep, Outcome } from '../../dialogue/step.ts';
import { say } from '../../dialogue/steps/call.ts';
import type { Talk } from '../../dialogue/talk.ts';
import { menuButton, wordsOf } from '../shared/endings.ts';

export type GrantTalk = Talk<EngineContext>;

export const { button, ending } = wordsOf((name) => `grant:${name}`);

/** `<project> <what>`: what a button carries. */
export const argumentOf = ({ argument }: GrantTalk): { readonly project: string; readonly rest: string } => {
  const [project = '', ...rest] = argument.split(' ');
  return { project, rest: rest.join(' ') };
};

/** The project of the dialogue, as far as the actor may see it. @throws AppError `not-found` */
export const projectIn = (talk: GrantTalk): Promise<GrantProject> =>
  seenProject(talk.env, talk.actor, argumentOf(talk).project);

export const hasTeamRole = (talk: GrantTalk, ...roles: readonly TeamRole[]): boolean =>
  isTeam(talk.actor, argumentOf(talk).project, ...roles);

/** The first step of what only some of a project's team may do: asked for no project, they have only one. */
export const teamOnly = (id: string, ...roles: readonly TeamRole[]): EffectStep<EngineContext> =>
  say('team-only', (talk): Outcome => {
    const { project } = argumentOf(talk);
    if (project !== '')
      return isTeam(talk.actor, project, ...roles)
        ? { texts: [], next: 'on' }
        : { texts: [text('common:reason.not-allowed')], buttons: [[menuButton()]], next: 'end' };
    const own = ownProjects(talk.actor).filter((each) => isTeam(talk.actor, each, ...roles));
    const [only, ...more] = own;
    if (only === undefined) return ending('no-project', undefined, menuButton());
    return more.length === 0
      ? { texts: [], next: { go: id, argument: only } }
      : { texts: [], next: { go: 'menu' } };
  });

export const projectButton = (project: string): Button => button('project', 'grant.project', project);
