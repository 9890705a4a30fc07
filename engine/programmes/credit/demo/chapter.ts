// The credit's chapter of the demo: organisations with their projects, a student under way, a minor who waits for a
// guardian. Everything is done by the use-cases themselves, so that each state is one that the system can reach.
import { type Command, systemActor } from '../../../kernel/actor.ts';
import { addDays, instantOf, localDate } from '../../../kernel/calendar.ts';
import { HOUR, type ManualClock } from '../../../kernel/clock.ts';
import { decideAccreditation } from '../../../organisations/accreditation.ts';
import { registerOrganisation } from '../../../organisations/registration.ts';
import { registerPerson } from '../../../people/register.ts';
import { addUniversity } from '../../../reference/universities.ts';
import type { EngineContext } from '../../context.ts';
import { actor, type CastMember, chatOf, done } from '../../demo-cast.ts';
import { publishProject } from '../use-cases/publish-project.ts';
import { staffCast } from './cast.ts';
import { registerMinor } from './minor.ts';
import { type DemoProject, organisations, projects, universities } from './places.ts';
import { playStudent } from './student-under-way.ts';

/** Idempotent: what broke off is completed. */
export async function play(ctx: EngineContext, clock: ManualClock): Promise<void> {
  for (const university of universities)
    await addUniversity(ctx, as(`university/${university.id}`), university);
  for (const member of Object.values(staffCast)) await register(ctx, member);
  for (const organisation of organisations) await host(ctx, organisation);
  clock.advance(HOUR);
  const published: string[] = [];
  for (const [index, project] of projects.entries()) published.push(await publish(ctx, index, project));
  await playStudent(ctx, clock, published[0] ?? '');
  await registerMinor(ctx);
}

const as = (what: string, actor = systemActor): Command => ({ id: `demo/${what}`, actor });

async function register(ctx: EngineContext, member: CastMember): Promise<void> {
  const { name, language, region, grants } = member;
  const blank = { phone: null, student: null, consents: [], demo: true };
  done(
    await registerPerson(ctx, as(`person/${member.id}`), {
      chat: chatOf(member),
      name,
      language,
      region,
      grants,
      ...blank,
    }),
  );
}

async function host(
  ctx: EngineContext,
  { head, ...organisation }: (typeof organisations)[number],
): Promise<void> {
  const by = { chat: chatOf(head), name: head.name, language: head.language };
  await registerOrganisation(ctx, as(`organisation/${organisation.bin}`, await actor(ctx, head)), {
    ...organisation,
    head: by,
  });
  const accreditor = organisation.kind === 'local' ? staffCast.localBody : staffCast.network;
  const command = as(`accredit/${organisation.bin}`, await actor(ctx, accreditor));
  done(await decideAccreditation(ctx, command, organisation.bin, { accredit: true }));
}

async function publish(ctx: EngineContext, index: number, project: DemoProject): Promise<string> {
  const host = organisations.find((each) => each.bin === project.organisationId);
  if (!host) throw new TypeError(`the demo has no organisation ${project.organisationId}`);
  const { lastsDays, slotDays, ...rest } = project;
  const from = localDate(ctx.clock.now());
  const slots = slotDays.map((day) => ({ startsAt: instantOf(addDays(from, day), '15:00'), capacity: 5 }));
  const command = as(`project/${index}`, await actor(ctx, host.head));
  return done(await publishProject(ctx, command, { ...rest, from, to: addDays(from, lastsDays), slots }));
}
