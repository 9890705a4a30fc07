// The people of the contest's story, each in their own chat and language. Other colleges of the region, and their nominees,
// stand by: they act by the use-cases.
import { type Grant, systemActor } from '../../../engine/kernel/actor.ts';
import type { Language } from '../../../engine/kernel/languages.ts';
import { registerPerson } from '../../../engine/people/register.ts';
import { addCollege } from '../../../engine/reference/colleges.ts';
import type { StoryActor } from '../../support/world/actor.ts';
import type { World } from '../../support/world/world.ts';
import { present } from '../present.ts';
import type { StoryLanguages } from '../story.ts';

export const COLLEGE = 'mysal-college';
export const REGION = '71';
/** Those that act by the use-cases. */
export const otherColleges = ['ulgi-1', 'ulgi-2', 'ulgi-3'] as const;

export interface Cast {
  readonly student: StoryActor;
  readonly officer: StoryActor;
  readonly department: StoryActor;
  readonly operator: StoryActor;
  /** Of the college's commission. */
  readonly collegeMembers: readonly StoryActor[];
  /** Of the region's commission. */
  readonly regionMembers: readonly StoryActor[];
}

/** What they are called where the story is printed, by the names of their chats. */
export const people = {
  student: { kk: 'Студент', ru: 'Студентка', en: 'Student' },
  officer: { kk: 'Колледждің жауапты адамы', ru: 'Ответственный колледжа', en: 'College officer' },
  department: { kk: 'Білім басқармасы', ru: 'Управление образования', en: 'Education department' },
  operator: { kk: 'Оператор', ru: 'Оператор', en: 'Operator' },
  'college-youth': { kk: 'Жастар ұйымы', ru: 'Молодёжная организация', en: 'Youth organisation' },
  'college-ngo': { kk: 'ҮЕҰ', ru: 'НПО', en: 'NGO' },
  'college-stakeholder': { kk: 'Жұмыс беруші', ru: 'Работодатель', en: 'Employer' },
  'region-youth': { kk: 'Өңір жастар ұйымы', ru: 'Молодёжь региона', en: 'Regional youth organisation' },
  'region-ngo': { kk: 'Өңір ҮЕҰ', ru: 'НПО региона', en: 'Regional NGO' },
  'region-stakeholder': { kk: 'Кәсіпкерлер палатасы', ru: 'Палата предпринимателей', en: 'Chamber' },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const kinds = ['youth', 'ngo', 'stakeholder'] as const;

const JANUARY = '2026-01-12T05:00:00Z';

/** January. The colleges, the operator and those who act for the college and the region are there; all others come. */
export async function openCast(world: World, languages: StoryLanguages): Promise<Cast> {
  await world.clock.advance(new Date(JANUARY).getTime() - world.clock.now().getTime());
  for (const id of [COLLEGE, ...otherColleges]) await college(world, id);
  const staff = languages.staff;
  await register(world, 'operator', 'Олжас Мысалбаев', staff, { role: 'operator', scope: 'all' });
  await register(world, 'officer', 'Айгүл Үлгі', staff, {
    ...{ role: 'college-officer', scope: `college:${COLLEGE}` },
  });
  await register(world, 'department', 'Серік Мысал', staff, {
    ...{ role: 'education-department', scope: `region:${REGION}` },
  });
  const at = (name: string) => world.person(name, 'staff', staff);
  const acting = { officer: at('officer'), department: at('department'), operator: at('operator') };
  await present(...Object.values(acting));
  return {
    student: world.person('student', 'participant', languages.participant),
    ...acting,
    collegeMembers: kinds.map((kind) => at(`college-${kind}`)),
    regionMembers: kinds.map((kind) => at(`region-${kind}`)),
  };
}

async function college({ ctx }: World, id: string): Promise<void> {
  const names =
    id === COLLEGE
      ? { kk: '«Мысал» колледжі', ru: 'Колледж «Мысал»', en: 'Mysal College' }
      : { kk: `«${id}» колледжі`, ru: `Колледж «${id}»`, en: `${id} College` };
  await addCollege(ctx, { id: `college/${id}`, actor: systemActor }, { id, ...names, region: REGION });
}

async function register(world: World, who: string, name: string, language: Language, grant: Grant) {
  const blank = { region: null, phone: null, student: null, consents: [] };
  const chat = world.chatKeyOf(who, 'staff');
  await registerPerson(
    world.ctx,
    { id: `register/${who}`, actor: systemActor },
    { chat, name, language, grants: [grant], ...blank },
  );
}
