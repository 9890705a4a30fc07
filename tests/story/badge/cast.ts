// The people of the badge story, each in their own chat and language.
import { systemActor } from '../../../engine/kernel/actor.ts';
import type { Language } from '../../../engine/kernel/languages.ts';
import { registerPerson } from '../../../engine/people/register.ts';
import { providers } from '../../../engine/programmes/badge/programme.ts';
import { addEntry } from '../../../engine/reference/entries.ts';
import type { StoryActor } from '../../support/world/actor.ts';
import type { World } from '../../support/world/world.ts';
import type { StoryLanguages } from '../story.ts';

export interface Cast {
  readonly participant: StoryActor;
  readonly head: StoryActor;
  readonly mentor: StoryActor;
  readonly operator: StoryActor;
  /** Of the award commission; the first stands for the education authority. */
  readonly members: readonly [StoryActor, StoryActor, StoryActor];
}

/** What they are called where the story is printed, by the names of their chats. */
export const people = {
  participant: { kk: 'Қатысушы', ru: 'Участница', en: 'Participant' },
  head: { kk: 'Орталық басшысы', ru: 'Руководитель центра', en: 'Head of the centre' },
  mentor: { kk: 'Тәлімгер', ru: 'Наставник', en: 'Mentor' },
  operator: { kk: 'Оператор', ru: 'Оператор', en: 'Operator' },
  'member-1': {
    kk: 'Білім органының өкілі',
    ru: 'Представитель органа образования',
    en: 'Education authority',
  },
  'member-2': { kk: 'Әкімші өкілі', ru: 'Представитель администратора', en: 'Administrator' },
  'member-3': { kk: 'Қоғам өкілі', ru: 'Представитель общественности', en: 'Public representative' },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** The operator and a provider are there from the beginning; everyone else joins in the story. */
export async function openCast(world: World, { participant, staff }: StoryLanguages): Promise<Cast> {
  const { ctx } = world;
  const provider: { readonly id: string } = {
    ...{ id: 'jardem', kk: '«Жәрдем» қоры', ru: 'Фонд «Жардем»', en: 'Jardem Fund' },
    ...{ directions: ['volunteering', 'tourism'], regions: [], contact: 'jardem@example.kz' },
  };
  await addEntry(ctx, providers, { id: 'provider', actor: systemActor }, provider);
  const chat = world.chatKeyOf('operator', 'staff');
  const blank = { region: null, phone: null, student: null, consents: [] };
  const grants = [{ role: 'operator', scope: 'all' }] as const;
  const who = { chat, name: 'Олжас Мысалбаев', language: staff, grants, ...blank };
  await registerPerson(ctx, { id: 'operator', actor: systemActor }, who);
  const atWork = (name: string) => world.person(name, 'staff', staff);
  return {
    participant: world.person('participant', 'participant', participant),
    head: atWork('head'),
    mentor: atWork('mentor'),
    operator: atWork('operator'),
    members: [atWork('member-1'), atWork('member-2'), atWork('member-3')],
  };
}
