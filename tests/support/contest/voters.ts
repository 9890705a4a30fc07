// People who vote: registered, in a college's roster or not.
import type { Actor } from '../../../engine/kernel/actor.ts';
import { registerPerson } from '../../../engine/people/register.ts';
import {
  importRoster,
  joinElectorate,
  type RosterEntry,
} from '../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { command, officerOf, person, unwrap } from './people.ts';

export interface VoterWish {
  readonly name?: string;
  readonly birthDate?: string;
  readonly region?: string;
  readonly phone?: string | null;
}

let counted = 0;

export async function voter(ctx: EngineContext, wish: VoterWish = {}): Promise<Actor> {
  counted += 1;
  const { name = `Мысал Дауысов ${counted}`, birthDate = '2007-05-05', region = '71', phone = null } = wish;
  const chat = `participant.web.voter-${counted}`;
  const about = { chat, name, birthDate, language: 'kk' as const, region, phone };
  return person(
    unwrap(await registerPerson(ctx, command(), { ...about, student: null, grants: [], consents: [] })),
  );
}

/** Of a college by its roster. */
export async function rosterVoter(
  ctx: EngineContext,
  college: string,
  standing: RosterEntry['standing'] = 'student',
  region = '71',
): Promise<Actor> {
  const name = `Тізімдегі Адам ${counted + 1}`;
  const birthDate = '2006-06-06';
  const actor = await voter(ctx, { name, birthDate, region });
  const entries = [{ name, birthDate, standing }];
  unwrap(await importRoster(ctx, command(officerOf(college)), { edition: '2026', college, entries }));
  unwrap(await joinElectorate(ctx, command(actor), { edition: '2026', college, standing }));
  return actor;
}
