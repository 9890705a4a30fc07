// People and a project for tests of the grant programme, made by the use-cases themselves.
import type { Actor, Grant } from '../../../engine/kernel/actor.ts';
import { keepMedia } from '../../../engine/media/store.ts';
import { addGrant } from '../../../engine/people/staff.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  decideEvidence,
  type GrantorRole,
  grantorRoles,
  type InvitedRole,
  importPlan,
  type NewEvidence,
  type Plan,
  projectScope,
  registerProject,
  samplePlan,
  sendEvidence,
  sendPlan,
  signPlan,
} from '../../../engine/programmes/grant/programme.ts';
import { newCommand, newStaff, personOf, unwrap } from '../credit/cast.ts';

/** A person at the participant desk. */
export const newMember = (ctx: EngineContext, name: string): Promise<Actor> =>
  newStaff(ctx, name, [], (each) => `participant.telegram.${each}`);

export async function withRole(
  ctx: EngineContext,
  name: string,
  project: string,
  role: InvitedRole,
): Promise<Actor> {
  const person = await newMember(ctx, name);
  unwrap(await addGrant(ctx, newCommand(), person.id, { role, scope: projectScope(project) }));
  return personOf(ctx, `participant.telegram.${name}`);
}

export const newGrantor = (ctx: EngineContext, name: string, role: GrantorRole): Promise<Actor> =>
  newStaff(ctx, name, [{ role, scope: 'all' } satisfies Grant]);

export interface Stage {
  readonly project: string;
  readonly lead: Actor;
  readonly president: Actor;
  readonly grantors: Readonly<Record<GrantorRole, Actor>>;
}

/** A project with the sample's plan (or another) that its lead has sent. @param tag tells its people from another project's */
export async function sentProject(
  ctx: EngineContext,
  tag: string,
  plan: Plan = samplePlan(),
): Promise<Stage> {
  await newMember(ctx, `lead-${tag}`);
  const registered = await personOf(ctx, `participant.telegram.lead-${tag}`);
  const project = unwrap(await registerProject(ctx, newCommand(registered), plan.general));
  const lead = await personOf(ctx, `participant.telegram.lead-${tag}`);
  unwrap(await importPlan(ctx, newCommand(lead), project, plan));
  unwrap(await sendPlan(ctx, newCommand(lead), project));
  const president = await withRole(ctx, `president-${tag}`, project, 'grant-president');
  const made = await Promise.all(
    grantorRoles.map(async (role) => [role, await newGrantor(ctx, `${role}-${tag}`, role)] as const),
  );
  const grantors = Object.fromEntries(made) as Record<GrantorRole, Actor>;
  return { project, lead, president, grantors };
}

/** The same with every signature given. */
export async function agreedProject(ctx: EngineContext, tag: string, plan?: Plan): Promise<Stage> {
  const stage = await sentProject(ctx, tag, plan);
  await signAll(ctx, stage, 1);
  return stage;
}

export async function signAll(
  ctx: EngineContext,
  { project, president, grantors }: Stage,
  version: number,
): Promise<void> {
  const sign = async (actor: Actor, as: 'grant-president' | GrantorRole) =>
    unwrap(await signPlan(ctx, newCommand(actor), { project, version, as, acting: false }));
  await sign(president, 'grant-president');
  for (const role of grantorRoles) await sign(grantors[role], role);
}

let contents = 0;

/** A kept PNG of one pixel: another one each time, unless told which. */
export async function newPhoto(ctx: EngineContext, owner: Actor, number?: number): Promise<string> {
  contents += 1;
  const bytes = Buffer.concat([PIXEL, Buffer.from(`photo ${number ?? contents}`)]);
  return (await keepMedia(ctx, { owner: owner.id, name: 'photo.png', mime: null, bytes }))._id;
}

export const newPhotos = (ctx: EngineContext, owner: Actor, count: number): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, () => newPhoto(ctx, owner)));

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Evidence for an indicator, with what most tests do not care about. */
export const evidenceFor = (
  project: string,
  indicator: string,
  more: Partial<NewEvidence> = {},
): NewEvidence => ({
  ...{ project, indicator, part: 0, alsoServes: [], kind: 'photo', media: [], link: null },
  ...{ quantity: null, people: null, date: '2025-06-10', place: null, participant: null, note: null },
  ...more,
});

/** Sent by the lead, accepted by the manager. @returns its id */
export async function acceptedEvidence(
  ctx: EngineContext,
  { project, lead, grantors }: Stage,
  indicator: string,
  more: Partial<NewEvidence> = {},
): Promise<string> {
  const media = more.media ?? (more.link ? [] : [await newPhoto(ctx, lead)]);
  const evidence = unwrap(
    await sendEvidence(ctx, newCommand(lead), evidenceFor(project, indicator, { ...more, media })),
  );
  unwrap(await decideEvidence(ctx, newCommand(grantors['grant-chief-manager']), { evidence, accept: true }));
  return evidence;
}
