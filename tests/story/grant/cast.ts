// The people of the grant's story, each in their own chat and language. Staff and team are there; the lead comes.

import type { Grant } from '../../../engine/kernel/actor.ts';
import { systemActor } from '../../../engine/kernel/actor.ts';
import type { Desk } from '../../../engine/kernel/chat.ts';
import type { Language } from '../../../engine/kernel/languages.ts';
import { actorOf, personOfChat } from '../../../engine/people/reach.ts';
import { registerPerson } from '../../../engine/people/register.ts';
import { addGrant } from '../../../engine/people/staff.ts';
import {
  type GrantorRole,
  grantorRoles,
  ownProjects,
  projectScope,
} from '../../../engine/programmes/grant/programme.ts';
import type { StoryActor } from '../../support/world/actor.ts';
import type { World } from '../../support/world/world.ts';
import { present } from '../present.ts';
import type { StoryLanguages } from '../story.ts';

export interface Cast {
  readonly lead: StoryActor;
  readonly president: StoryActor;
  /** Comes to the project's events. */
  readonly guest: StoryActor;
  readonly grantors: Readonly<Record<GrantorRole, StoryActor>>;
}

/** What they are called where the story is printed, by the names of their chats. */
export const people = {
  lead: { kk: 'Жоба жетекшісі', ru: 'Руководитель проекта', en: 'Project lead' },
  president: { kk: 'Президент', ru: 'Президент', en: 'President' },
  guest: { kk: 'Қатысушы', ru: 'Участник', en: 'Participant' },
  'grant-chief-manager': { kk: 'Бас менеджер', ru: 'Главный менеджер', en: 'Chief manager' },
  'grant-director': { kk: 'Департамент директоры', ru: 'Директор департамента', en: 'Director' },
  'grant-deputy-chair': { kk: 'Төраға орынбасары', ru: 'Заместитель председателя', en: 'Deputy chair' },
  'grant-chair': { kk: 'Басқарма төрағасы', ru: 'Председатель правления', en: 'Chair' },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

const SPRING = '2025-05-02T05:00:00Z';

/** The beginning of May, when the sample's project begins. */
export async function openCast(world: World, { participant, staff }: StoryLanguages): Promise<Cast> {
  await world.clock.advance(new Date(SPRING).getTime() - world.clock.now().getTime());
  for (const role of grantorRoles) await register(world, role, 'staff', staff, [{ role, scope: 'all' }]);
  await register(world, 'president', 'participant', participant, []);
  const grantors = Object.fromEntries(
    grantorRoles.map((role) => [role, world.person(role, 'staff', staff)]),
  ) as Cast['grantors'];
  const president = world.person('president', 'participant', participant);
  await present(...Object.values(grantors), president);
  return {
    lead: world.person('lead', 'participant', participant),
    guest: world.person('guest', 'participant', participant),
    ...{ president, grantors },
  };
}

async function register(
  world: World,
  who: keyof typeof people,
  desk: Desk,
  language: Language,
  grants: readonly Grant[],
) {
  const blank = { region: null, phone: '+77000000000', student: null, consents: [] };
  const command = { id: `register/${who}`, actor: systemActor };
  const chat = world.chatKeyOf(who, desk);
  await registerPerson(world.ctx, command, {
    chat,
    name: `Мысал ${people[who].kk}`,
    language,
    grants,
    ...blank,
  });
}

export async function actorIn(world: World, who: keyof typeof people, desk: Desk) {
  const person = await personOfChat(world.ctx, world.chatKeyOf(who, desk));
  if (!person) throw new Error(`nobody is called ${who}`);
  return actorOf(person);
}

/** The project that the lead has registered. */
export async function projectIn(world: World): Promise<string> {
  const [project] = ownProjects(await actorIn(world, 'lead', 'participant'));
  if (project === undefined) throw new Error('the lead has no project');
  return project;
}

export async function makePresident(world: World): Promise<void> {
  const { id } = await actorIn(world, 'president', 'participant');
  const grant = { role: 'grant-president', scope: projectScope(await projectIn(world)) } as const;
  await addGrant(world.ctx, { id: 'president/role', actor: systemActor }, id, grant);
}
