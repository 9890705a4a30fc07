// Who is told at a host organisation, a university, the Financial Centre. Each person once; never the student
// whose own case it is.
import type { Message } from '../../../kernel/message.ts';
import type { Notice } from '../../../notify/notice.ts';
import { organisationScope } from '../../../organisations/accreditation.ts';
import { holdersOf } from '../../../people/reach.ts';
import type { EngineContext } from '../../context.ts';
import { entryItem } from '../views/review-items.ts';

type Recipients = readonly string[];

const besides = (people: Recipients, personId: string): Recipients =>
  [...new Set(people)].filter((each) => each !== personId);

/** Everyone who may coordinate: the head and the coordinators. */
export async function hostsOf(
  ctx: EngineContext,
  organisationId: string,
  student: string,
): Promise<Recipients> {
  const scope = organisationScope(organisationId);
  const heads = await holdersOf(ctx, 'head', scope);
  return besides([...heads, ...(await holdersOf(ctx, 'coordinator', scope))], student);
}

export const headsOf = async (
  ctx: EngineContext,
  organisationId: string,
  student: string,
): Promise<Recipients> => besides(await holdersOf(ctx, 'head', organisationScope(organisationId)), student);

/** Those who confirm hours: the coordinators, and the head where there is none. */
export async function coordinatorsOf(
  ctx: EngineContext,
  organisationId: string,
  student: string,
): Promise<Recipients> {
  const named = besides(await holdersOf(ctx, 'coordinator', organisationScope(organisationId)), student);
  return named.length > 0 ? named : headsOf(ctx, organisationId, student);
}

/** Who gets the card of an entry of hours, and is reminded of it. */
export const hoursDeciders = async (ctx: EngineContext, entry: string): Promise<Recipients> => {
  const { credit, student } = await entryItem(ctx, entry);
  return coordinatorsOf(ctx, credit.organisationId, student.id ?? '');
};

export const financialCentre = async (ctx: EngineContext, student: string): Promise<Recipients> =>
  besides(await holdersOf(ctx, 'financial-centre', 'all'), student);

export const registrarsOf = async (
  ctx: EngineContext,
  universityId: string,
  student: string,
): Promise<Recipients> => besides(await holdersOf(ctx, 'registrar', `university:${universityId}`), student);

export const operatorsOf = async (ctx: EngineContext, student: string): Promise<Recipients> =>
  besides(await holdersOf(ctx, 'operator', 'all'), student);

/** The same message for each. */
export const toEach = (people: Recipients, message: Message): Notice[] =>
  people.map((to) => ({ to, desk: 'staff', message }));
