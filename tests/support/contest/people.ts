// People of the contest in tests: students of colleges with their consent, and those who act for colleges and regions.
import type { Actor, Command, Grant } from '../../../engine/kernel/actor.ts';
import { systemActor } from '../../../engine/kernel/actor.ts';
import type { Result } from '../../../engine/kernel/result.ts';
import { registerPerson } from '../../../engine/people/register.ts';
import {
  CONSENT_PURPOSE,
  consentTerms,
  type Ground,
  type NewNomination,
  proposeNomination,
} from '../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { addCollege } from '../../../engine/reference/colleges.ts';

let counted = 0;
const next = (): number => {
  counted += 1;
  return counted;
};

export const command = (actor: Actor = systemActor, id = `test/${next()}`): Command => ({
  id,
  actor,
});

export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${result.reasons.map(({ code }) => code).join(', ')}`);
}

export const codesOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.reasons.map(({ code }) => code);

export const person = (id: string, ...grants: readonly Grant[]): Actor => ({ kind: 'person', id, grants });

export const operator = person('operator', { role: 'operator', scope: 'all' });
export const officerOf = (college: string): Actor =>
  person(`officer-${college}`, { role: 'college-officer', scope: `college:${college}` });
export const departmentOf = (region: string): Actor =>
  person(`department-${region}`, { role: 'education-department', scope: `region:${region}` });

/** @returns the college's id */
export async function college(ctx: EngineContext, id: string, region = '71'): Promise<string> {
  const named = { kk: `«${id}» колледжі`, ru: `Колледж «${id}»`, en: `${id} College` };
  unwrap(await addCollege(ctx, command(), { id, ...named, region }));
  return id;
}

interface Asked {
  readonly name?: string;
  readonly birthDate?: string;
  /** False: known, and never asked for the contest. */
  readonly consenting?: boolean;
}

/** Nobody's, and told apart. */
const nameOf = (number: number): string => `Мысал ${'АӘБВГҒДЕЖЗИЙКҚЛМНОПР'[number % 20]}. Үлгі`;

/** A grown-up student. @returns the person as an actor */
export async function student(ctx: EngineContext, asked: Asked = {}): Promise<Actor> {
  const number = next();
  const { name = nameOf(number), birthDate = '2007-03-01', consenting = true } = asked;
  const chat = `participant.web.student-${number}`;
  const { thirdParties, ...terms } = consentTerms(ctx.clock.now());
  const consent = { ...terms, thirdParties: [...thirdParties], givenAt: ctx.clock.now(), withdrawnAt: null };
  const id = unwrap(
    await registerPerson(ctx, command(), {
      ...{ chat, name, birthDate, language: 'kk', region: '71', phone: null, student: null, grants: [] },
      consents: consenting ? [consent] : [],
    }),
  );
  return person(id);
}

export const ground = (name: Ground = 'leader', media: readonly string[] = ['file']) => ({
  ground: name,
  what: 'Студенттік кеңестің төрағасымын',
  media: [...media],
});

export const wish = (over: Partial<NewNomination> = {}): NewNomination => ({
  ...{ edition: '2026', studies: 'college', college: 'alpha', lowestMark: 4, grounds: [ground()] },
  ...over,
});

/** A student who has nominated themselves. @returns the nomination's id */
export async function nominee(ctx: EngineContext, over: Partial<NewNomination> = {}): Promise<string> {
  return unwrap(await proposeNomination(ctx, command(await student(ctx)), wish(over)));
}

export { CONSENT_PURPOSE };
