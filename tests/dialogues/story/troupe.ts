// A troupe for side stories: an accredited organisation, its people and a student, all in chats of one world, so that
// a story can begin in the middle.
import type { Actor } from '../../../engine/kernel/actor.ts';
import { localDate } from '../../../engine/kernel/calendar.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { openIdentityForm } from '../../../engine/people/identity.ts';
import {
  acceptInvitation,
  bookInterview,
  decideHours,
  inviteStudent,
  reportHours,
} from '../../../engine/programmes/credit/programme.ts';
import { type Host, newCommand, newHost, newProject, newStudent, unwrap } from '../../support/credit/cast.ts';
import { validIban, validIin } from '../../support/identity/numbers.ts';
import type { StoryActor } from '../../support/world/actor.ts';
import type { World } from '../../support/world/world.ts';

export interface Troupe {
  readonly host: Host;
  readonly pupil: Actor;
  readonly project: { readonly projectId: string; readonly slotId: string };
  readonly student: StoryActor;
  readonly head: StoryActor;
  readonly coordinator: StoryActor;
  readonly financialCentre: StoryActor;
  readonly registrar: StoryActor;
}

export async function openTroupe(world: World): Promise<Troupe> {
  const { ctx } = world;
  const host = await newHost(ctx, (name) => world.chatKeyOf(name, 'staff'));
  const pupil = await newStudent(ctx, 'Айым Мысалқызы', world.chatKeyOf('student', 'participant'));
  return troupeOf(world, host, pupil, await newProject(ctx, host.head, { places: 1 }));
}

/** Everybody takes their place: staff of the host, and a student who is registered. */
export async function troupeOf(
  world: World,
  host: Host,
  pupil: Actor,
  project: Troupe['project'],
): Promise<Troupe> {
  const staff = (name: string) => world.person(name, 'staff', 'ru');
  const present = ['head', 'coordinator', 'financial-centre', 'registrar'].map((name) =>
    world.person(name, 'staff', name === 'head' ? 'kk' : 'ru'),
  );
  // Telegram lets a bot write only to those who wrote first.
  for (const person of present) {
    await person.say('/menu');
    await person.hears('staff:menu.calm');
  }
  return {
    host,
    pupil,
    project,
    student: world.person('student', 'participant', 'kk'),
    head: world.person('head', 'staff', 'kk'),
    coordinator: staff('coordinator'),
    financialCentre: staff('financial-centre'),
    registrar: staff('registrar'),
  };
}

export const book = async (world: World, { pupil, project }: Troupe): Promise<string> =>
  unwrap(await bookInterview(world.ctx, newCommand(pupil), project));

export async function invite(world: World, troupe: Troupe): Promise<string> {
  const interviewId = await book(world, troupe);
  return unwrap(await inviteStudent(world.ctx, newCommand(troupe.host.coordinator), interviewId));
}

export async function begin(world: World, troupe: Troupe): Promise<string> {
  const interviewId = await invite(world, troupe);
  return unwrap(await acceptInvitation(world.ctx, newCommand(troupe.pupil), { interviewId, target: 20 }));
}

/** Twenty confirmed hours over three days, and the secure form filled in: all but the report. */
export async function work(world: World, troupe: Troupe): Promise<string> {
  const { ctx } = world;
  const creditId = await begin(world, troupe);
  for (const minutes of [480, 480, 240]) {
    await world.clock.advance(DAY);
    const date = localDate(new Date(ctx.clock.now().getTime() - DAY / 2));
    const hours = { date, start: '12:00', minutes, what: 'Кітап оқыдық', media: [] };
    const entryId = unwrap(await reportHours(ctx, newCommand(troupe.pupil), hours));
    unwrap(await decideHours(ctx, newCommand(troupe.host.coordinator), { entryId, confirm: true }));
  }
  const secret = await openIdentityForm(ctx, troupe.pupil.id);
  await world.fillIdentity(ctx.links.form(secret), { iin: validIin(7), iban: validIban(7) });
  return creditId;
}

export const placesLeft = async (world: World, { project }: Troupe): Promise<number> =>
  (await world.ctx.db.collection('seats').findOne({ _id: `credit.place/${project.projectId}` as never }))
    ?.left;
