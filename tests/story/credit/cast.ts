// The people of the credit story, each in their own chat and language.
import type { Grant } from '../../../engine/kernel/actor.ts';
import { systemActor } from '../../../engine/kernel/actor.ts';
import type { Language } from '../../../engine/kernel/languages.ts';
import { registerPerson } from '../../../engine/people/register.ts';
import { addUniversity } from '../../../engine/reference/universities.ts';
import type { StoryActor } from '../../support/world/actor.ts';
import type { World } from '../../support/world/world.ts';

export interface StoryLanguages {
  readonly student: Language;
  readonly staff: Language;
}

export interface Cast {
  readonly student: StoryActor;
  readonly head: StoryActor;
  readonly coordinator: StoryActor;
  readonly accreditor: StoryActor;
  readonly financialCentre: StoryActor;
  readonly registrar: StoryActor;
  readonly operator: StoryActor;
}

/** What they are called where the story is printed, by the names of their chats. */
export const people = {
  student: { kk: 'Студент', ru: 'Студентка', en: 'Student' },
  head: { kk: 'Ұйым басшысы', ru: 'Руководитель организации', en: 'Head of the organisation' },
  coordinator: { kk: 'Үйлестіруші', ru: 'Координатор', en: 'Coordinator' },
  accreditor: { kk: 'Аккредиттеуші орган', ru: 'Аккредитующий орган', en: 'Accrediting body' },
  'financial-centre': { kk: 'Қаржы орталығы', ru: 'Финансовый центр', en: 'Financial Centre' },
  registrar: { kk: 'ЖОО тіркеу офисі', ru: 'Офис регистратора вуза', en: 'University registrar' },
  operator: { kk: 'Оператор', ru: 'Оператор', en: 'Operator' },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** The operator and a university are there from the beginning; everyone else joins in the story. */
export async function openCast(world: World, languages: StoryLanguages): Promise<Cast> {
  const { ctx } = world;
  await addUniversity(
    ctx,
    { id: 'university', actor: systemActor },
    {
      id: 'mysal',
      kk: '«Мысал» университеті',
      ru: 'Университет «Мысал»',
      en: 'Mysal University',
      region: '71',
    },
  );
  await registerPerson(
    ctx,
    { id: 'operator', actor: systemActor },
    {
      chat: world.chatKeyOf('operator', 'staff'),
      name: 'Олжас Мысалбаев',
      language: languages.staff,
      grants: [{ role: 'operator', scope: 'all' }] satisfies Grant[],
      ...{ region: null, phone: null, student: null, consents: [] },
    },
  );
  const staff = (name: string) => world.person(name, 'staff', languages.staff);
  return {
    student: world.person('student', 'participant', languages.student),
    head: staff('head'),
    coordinator: staff('coordinator'),
    accreditor: staff('accreditor'),
    financialCentre: staff('financial-centre'),
    registrar: staff('registrar'),
    operator: staff('operator'),
  };
}
