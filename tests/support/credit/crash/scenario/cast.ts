// The people of the scenario and their host organisation, each made by a command of its own fixed id.
import type { Actor, Command, Grant } from '../../../../../engine/kernel/actor.ts';
import { systemActor } from '../../../../../engine/kernel/actor.ts';
import { addDays, instantOf } from '../../../../../engine/kernel/calendar.ts';
import type { Result } from '../../../../../engine/kernel/result.ts';
import { decideAccreditation } from '../../../../../engine/organisations/accreditation.ts';
import { registerOrganisation } from '../../../../../engine/organisations/registration.ts';
import { openIdentityForm, provideIdentity } from '../../../../../engine/people/identity.ts';
import { actorOf, personOfChat } from '../../../../../engine/people/reach.ts';
import { registerPerson } from '../../../../../engine/people/register.ts';
import { people } from '../../../../../engine/people/store.ts';
import type { EngineContext } from '../../../../../engine/programmes/context.ts';
import { publishProject, registerStudent } from '../../../../../engine/programmes/credit/programme.ts';
import { addUniversity } from '../../../../../engine/reference/universities.ts';
import { validBin, validIban, validIin } from '../../../identity/numbers.ts';

export const BIN = validBin(1);
export const FIRST_DAY = '2026-10-05';

/** The same wish has the same id in every run, as a channel that delivers it again would give it. */
export const wish = (name: string, actor: Actor = systemActor): Command => ({
  id: `scenario/${name}`,
  actor,
});

export function done<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${result.reasons.map((reason) => reason.code).join(', ')}`);
}

async function personIn(ctx: EngineContext, chat: string): Promise<Actor> {
  const person = await personOfChat(ctx, chat);
  if (!person) throw new Error(`nobody in ${chat}`);
  return actorOf(person);
}

async function staff(ctx: EngineContext, name: string, grant: Grant): Promise<Actor> {
  const chat = `staff.web.${name}`;
  const blank = { region: null, phone: null, student: null, consents: [] };
  const person = { chat, name, language: 'ru' as const, grants: [grant], ...blank };
  done(await registerPerson(ctx, wish(`register ${name}`), person));
  return personIn(ctx, chat);
}

export async function newStudent(ctx: EngineContext, name: string): Promise<Actor> {
  const chat = `participant.web.${name}`;
  const study = { universityId: 'mysal', year: 2, region: '71', phone: null, birthDate: '2005-01-01' };
  done(await registerStudent(ctx, wish(`register ${name}`), { chat, name, language: 'kk', ...study }));
  return personIn(ctx, chat);
}

/** The form is filled in again only by those whose numbers were not taken. */
export async function giveNumbers(ctx: EngineContext, { id }: Actor, serial: number): Promise<void> {
  const person = await people.on(ctx.db).findById(id, { iinHash: 1 }).lean();
  if (person?.iinHash) return;
  const secret = await openIdentityForm(ctx, id);
  done(await provideIdentity(ctx, secret, { iin: validIin(serial), iban: validIban(serial) }));
}

export interface Host {
  readonly head: Actor;
  readonly coordinator: Actor;
  readonly financialCentre: Actor;
  readonly registrar: Actor;
}

export async function newHost(ctx: EngineContext): Promise<Host> {
  const university = { id: 'mysal', kk: 'Мысал', ru: 'Мысал', en: 'Mysal', region: '71' };
  done(await addUniversity(ctx, wish('university'), university));
  const head = { chat: 'staff.web.head', name: 'Басшы Мысалов', language: 'kk' as const };
  const organisation = {
    ...{ bin: BIN, name: 'Мысал орталығы', kind: 'local' as const, region: '71', address: 'Астана' },
    ...{ activities: ['elderly'], contact: 'test@example.kz', head },
  };
  done(await registerOrganisation(ctx, wish('organisation'), organisation));
  const accreditor = await staff(ctx, 'accreditor', { role: 'accreditor', scope: 'region:71' });
  done(await decideAccreditation(ctx, wish('accredit', accreditor), BIN, { accredit: true }));
  return {
    head: await personIn(ctx, head.chat),
    coordinator: await staff(ctx, 'coordinator', { role: 'coordinator', scope: `organisation:${BIN}` }),
    financialCentre: await staff(ctx, 'financial-centre', { role: 'financial-centre', scope: 'all' }),
    registrar: await staff(ctx, 'registrar', { role: 'registrar', scope: 'university:mysal' }),
  };
}

/** A project of two places, and its one interview time. */
export async function newProject(ctx: EngineContext, head: Actor) {
  const projectId = done(
    await publishProject(ctx, wish('project', head), {
      ...{ organisationId: BIN, title: 'Ақсақалмен әңгіме', description: 'Кітап оқу', direction: 'elderly' },
      ...{ region: '71', address: 'Астана', from: FIRST_DAY, to: addDays(FIRST_DAY, 90), places: 2 },
      slots: [{ startsAt: instantOf(addDays(FIRST_DAY, 1), '15:00'), capacity: 8 }],
    }),
  );
  const project = await ctx.db.collection('credit_projects').findOne({ _id: projectId as never });
  return { projectId, slotId: String(project?.slots[0].id) };
}
