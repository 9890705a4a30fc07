// The people and places of the model: few places and times, so that everybody is in everybody's way.
import type { Actor } from '../../../../engine/kernel/actor.ts';
import { addDays, instantOf, localDate } from '../../../../engine/kernel/calendar.ts';
import { decideAccreditation, organisationScope } from '../../../../engine/organisations/accreditation.ts';
import { registerOrganisation } from '../../../../engine/organisations/registration.ts';
import { openIdentityForm, provideIdentity } from '../../../../engine/people/identity.ts';
import { addGrant } from '../../../../engine/people/staff.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { publishProject } from '../../../../engine/programmes/credit/programme.ts';
import {
  BIN,
  newCommand,
  newHost,
  newStaff,
  newStudent,
  personOf,
  unwrap,
} from '../../../support/credit/cast.ts';
import { validBin, validIban, validIin } from '../../../support/identity/numbers.ts';

export interface ModelCast {
  /** The last of them coordinates at the first organisation as well. */
  readonly students: readonly Actor[];
  /** Everyone who decides something, and one who may decide nothing. */
  readonly staff: Readonly<Record<Post, Actor>>;
  /** BINs. */
  readonly organisations: readonly [string, string];
  readonly projects: readonly {
    readonly id: string;
    readonly organisation: string;
    readonly slots: readonly string[];
  }[];
}

export const posts = [
  'head',
  'coordinator',
  'headAndCoordinator',
  'accreditor',
  'network',
  'financialCentre',
  'registrar',
  'operator',
  'stranger',
] as const;
export type Post = (typeof posts)[number];

const STUDENTS = 4;
const SECOND_BIN = validBin(2);
const inWeb = (name: string) => `staff.web.${name}`;

export async function castOf(ctx: EngineContext): Promise<ModelCast> {
  const staff = await staffOf(ctx);
  const students = await studentsOf(ctx);
  const projects = [
    await project(ctx, staff.head, BIN, 1, 2),
    await project(ctx, staff.head, BIN, 2, 1),
    await project(ctx, staff.headAndCoordinator, SECOND_BIN, 1, 2),
    await project(ctx, staff.headAndCoordinator, SECOND_BIN, 2, 2),
  ];
  return { students, staff, organisations: [BIN, SECOND_BIN], projects };
}

async function staffOf(ctx: EngineContext): Promise<Record<Post, Actor>> {
  const { head, coordinator, financialCentre, registrar } = await newHost(ctx, inWeb);
  const network = await newStaff(ctx, 'network', [{ role: 'accreditor', scope: 'network:nvs' }], inWeb);
  const operator = await newStaff(ctx, 'operator', [{ role: 'operator', scope: 'all' }], inWeb);
  const stranger = await newStaff(ctx, 'stranger', [], inWeb);
  const headAndCoordinator = await secondHost(ctx, network);
  const accreditor = await personOf(ctx, inWeb('accreditor'));
  return {
    head,
    coordinator,
    headAndCoordinator,
    accreditor,
    network,
    financialCentre,
    registrar,
    operator,
    stranger,
  };
}

/** A volunteer organisation whose head coordinates, too. */
async function secondHost(ctx: EngineContext, network: Actor): Promise<Actor> {
  const chat = inWeb('second-head');
  const head = { chat, name: 'Екінші Мысалов', language: 'ru' as const };
  const organisation = {
    bin: SECOND_BIN,
    name: 'Ерікті мысал',
    kind: 'volunteer' as const,
    region: '71',
    address: 'Астана',
    activities: ['elderly'],
    contact: 'second@example.kz',
    head,
  };
  unwrap(await registerOrganisation(ctx, newCommand(), organisation));
  unwrap(await decideAccreditation(ctx, newCommand(network), SECOND_BIN, { accredit: true }));
  const grant = { role: 'coordinator', scope: organisationScope(SECOND_BIN) } as const;
  unwrap(await addGrant(ctx, newCommand(), (await personOf(ctx, chat)).id, grant));
  return personOf(ctx, chat);
}

async function studentsOf(ctx: EngineContext): Promise<readonly Actor[]> {
  const students: Actor[] = [];
  for (let n = 0; n < STUDENTS; n += 1) {
    const chat = `participant.web.student-${n}`;
    const { id } = await newStudent(ctx, `Студент ${n}`, chat);
    const secret = await openIdentityForm(ctx, id);
    unwrap(await provideIdentity(ctx, secret, { iin: validIin(n + 1), iban: validIban(n + 1) }));
    const alsoCoordinates = { role: 'coordinator', scope: organisationScope(BIN) } as const;
    if (n === STUDENTS - 1) unwrap(await addGrant(ctx, newCommand(), id, alsoCoordinates));
    students.push(await personOf(ctx, chat));
  }
  return students;
}

async function project(ctx: EngineContext, head: Actor, bin: string, places: number, capacity: number) {
  const today = localDate(ctx.clock.now());
  const at = (days: number) => ({ startsAt: instantOf(addDays(today, days), '15:00'), capacity });
  const wish = {
    organisationId: bin,
    title: 'Ақсақалмен әңгіме',
    description: 'Кітап оқу',
    direction: 'elderly' as const,
    region: '71',
    address: 'Астана',
    from: today,
    to: addDays(today, 80),
    places,
    slots: [at(3), at(40)],
  };
  const id = unwrap(await publishProject(ctx, newCommand(head), wish));
  const found = await ctx.db.collection('credit_projects').findOne({ _id: id as never });
  const slots = ((found?.slots ?? []) as readonly { readonly id: string }[]).map((slot) => slot.id);
  return { id, organisation: bin, slots };
}
