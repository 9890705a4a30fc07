// People and places for tests of the credit programme, made by the use-cases themselves.
import type { Actor, Command, Grant } from '../../../engine/kernel/actor.ts';
import { systemActor } from '../../../engine/kernel/actor.ts';
import { addDays, instantOf, localDate } from '../../../engine/kernel/calendar.ts';
import type { Result } from '../../../engine/kernel/result.ts';
import { decideAccreditation } from '../../../engine/organisations/accreditation.ts';
import { registerOrganisation } from '../../../engine/organisations/registration.ts';
import { actorOf, personOfChat } from '../../../engine/people/reach.ts';
import { registerPerson } from '../../../engine/people/register.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { publishProject, registerStudent } from '../../../engine/programmes/credit/programme.ts';
import { addUniversity } from '../../../engine/reference/universities.ts';
import { validBin } from '../identity/numbers.ts';

export const BIN = validBin(1);

let commands = 0;

/** A command that was never given before. */
export function newCommand(actor: Actor = systemActor): Command {
  commands += 1;
  return { id: `test/${commands}`, actor };
}

export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${result.reasons.map((reason) => reason.code).join(', ')}`);
}

export const codesOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.reasons.map((reason) => reason.code);

export async function personOf(ctx: EngineContext, chat: string): Promise<Actor> {
  const person = await personOfChat(ctx, chat);
  if (!person) throw new Error(`nobody in ${chat}`);
  return actorOf(person);
}

type ChatOf = (name: string) => string;
const inTelegram: ChatOf = (name) => `staff.telegram.${name}`;

export async function newStaff(
  ctx: EngineContext,
  name: string,
  grants: readonly Grant[],
  chatOf: ChatOf = inTelegram,
): Promise<Actor> {
  const chat = chatOf(name);
  const blank = { region: null, phone: null, student: null, consents: [] };
  unwrap(await registerPerson(ctx, newCommand(), { chat, name, language: 'ru', grants, ...blank }));
  return personOf(ctx, chat);
}

export async function newStudent(
  ctx: EngineContext,
  name: string,
  chat = `participant.telegram.${name}`,
): Promise<Actor> {
  const study = { universityId: 'mysal', year: 2, region: '71', phone: null, birthDate: '2005-01-01' };
  unwrap(await registerStudent(ctx, newCommand(), { chat, name, language: 'kk', ...study }));
  return personOf(ctx, chat);
}

export interface Host {
  readonly head: Actor;
  readonly coordinator: Actor;
  readonly financialCentre: Actor;
  readonly registrar: Actor;
}

/** A university, and an accredited organisation with its head and a coordinator. */
export async function newHost(ctx: EngineContext, chatOf: ChatOf = inTelegram): Promise<Host> {
  const university = { id: 'mysal', kk: 'Мысал', ru: 'Мысал', en: 'Mysal', region: '71' };
  unwrap(await addUniversity(ctx, newCommand(), university));
  const chat = chatOf('head');
  const organisation = {
    bin: BIN,
    name: 'Мысал орталығы',
    kind: 'local' as const,
    region: '71',
    address: 'Астана',
    activities: ['elderly', 'leisure'],
    contact: 'test@example.kz',
  };
  const head = { chat, name: 'Басшы Мысалов', language: 'kk' as const };
  unwrap(await registerOrganisation(ctx, newCommand(), { ...organisation, head }));
  const accreditor = await newStaff(ctx, 'accreditor', [{ role: 'accreditor', scope: 'region:71' }], chatOf);
  unwrap(await decideAccreditation(ctx, newCommand(accreditor), BIN, { accredit: true }));
  const staff = (name: string, role: Grant['role'], scope: string) =>
    newStaff(ctx, name, [{ role, scope }], chatOf);
  return {
    head: await personOf(ctx, chat),
    coordinator: await staff('coordinator', 'coordinator', `organisation:${BIN}`),
    financialCentre: await staff('financial-centre', 'financial-centre', 'all'),
    registrar: await staff('registrar', 'registrar', 'university:mysal'),
  };
}

export interface ProjectWish {
  readonly places?: number;
  /** Seats of the one interview time, tomorrow at 15:00. */
  readonly slotCapacity?: number;
}

/** @returns the ids of a published project and of its interview time */
export async function newProject(ctx: EngineContext, head: Actor, wish: ProjectWish = {}) {
  const today = localDate(ctx.clock.now());
  const projectId = unwrap(
    await publishProject(ctx, newCommand(head), {
      organisationId: BIN,
      title: 'Ақсақалмен әңгіме',
      description: 'Кітап оқу',
      direction: 'elderly',
      region: '71',
      address: 'Астана',
      from: today,
      to: addDays(today, 120),
      places: wish.places ?? 10,
      slots: [{ startsAt: instantOf(addDays(today, 1), '15:00'), capacity: wish.slotCapacity ?? 10 }],
    }),
  );
  const project = await ctx.db.collection('credit_projects').findOne({ _id: projectId as never });
  return { projectId, slotId: String(project?.slots[0].id) };
}
