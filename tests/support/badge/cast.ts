// People and centres for tests of the badge programme, made by the use-cases themselves.
import type { Actor, Grant } from '../../../engine/kernel/actor.ts';
import { addDays, localDate } from '../../../engine/kernel/calendar.ts';
import { giveConsent, withdrawConsent } from '../../../engine/people/consents.ts';
import { registerPerson } from '../../../engine/people/register.ts';
import { people } from '../../../engine/people/store.ts';
import {
  type Application,
  activateParticipant,
  agreeSchedule,
  applyAsCentre,
  applyForLevel,
  confirmGuardian,
  consentTerms,
  type Direction,
  decideApplication,
  decideCentre,
  draftSchedule,
  type Level,
  participationOf,
  proposeSchedule,
  recordBriefing,
  recordTalk,
  signAgreement,
  signAsCentre,
  signAsGuardian,
} from '../../../engine/programmes/badge/programme.ts';
import { directionsOf } from '../../../engine/programmes/badge/reference/mandatory.ts';
import { providers } from '../../../engine/programmes/badge/reference/providers.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { addEntry } from '../../../engine/reference/entries.ts';
import { newCommand, newStaff, personOf, unwrap } from '../credit/cast.ts';
import { validBin } from '../identity/numbers.ts';

export const CENTRE_BIN = validBin(71);
export const REGION = '71';

export interface Staff {
  readonly operator: Actor;
  readonly head: Actor;
  readonly mentor: Actor;
}

/** A person's actor as it is now: with the roles that they were given since. */
export async function actorNow(ctx: EngineContext, id: string): Promise<Actor> {
  const person = await people.on(ctx.db).findById(id).lean();
  if (!person) throw new Error(`nobody is ${id}`);
  return { kind: 'person', id, grants: person.grants };
}

export const newOperator = (ctx: EngineContext): Promise<Actor> =>
  newStaff(ctx, 'operator', [{ role: 'operator', scope: 'all' }]);

export const newMentor = (ctx: EngineContext, name: string, bin = CENTRE_BIN): Promise<Actor> =>
  newStaff(ctx, name, [{ role: 'mentor', scope: `centre:${bin}` } satisfies Grant]);

export const centreWish = (bin = CENTRE_BIN, region = REGION) => ({
  ...{ bin, region, name: 'Мысал орталығы', address: 'Мысал көшесі, 1' },
  ...{ contact: 'centre@example.kz', about: 'Мысал жұмыстары' },
});

/** A centre whose agreement is in force, with a head and one mentor, and a provider for what needs one. */
export async function newBadgeStaff(ctx: EngineContext, bin = CENTRE_BIN): Promise<Staff> {
  const operator = await newOperator(ctx);
  const chat = `staff.telegram.head-${bin}`;
  const head = { chat, name: 'Басшы Мысалов', language: 'kk' as const };
  unwrap(await applyAsCentre(ctx, newCommand(), { ...centreWish(bin), head }));
  unwrap(await decideCentre(ctx, newCommand(operator), { centre: bin, accept: true }));
  unwrap(await signAsCentre(ctx, newCommand(await personOf(ctx, chat)), bin));
  await newProvider(ctx);
  return { operator, head: await personOf(ctx, chat), mentor: await newMentor(ctx, `mentor-${bin}`, bin) };
}

export async function newProvider(ctx: EngineContext, id = 'jardem', over: object = {}): Promise<void> {
  const names = { kk: 'Жәрдем қоры', ru: 'Фонд «Жардем»', en: 'Jardem Fund' };
  const wish = { directions: ['volunteering', 'tourism'], regions: [], contact: 'jardem@example.kz' };
  const entry: { readonly id: string } = { id, ...names, ...wish, ...over };
  await addEntry(ctx, providers, newCommand(), entry);
}

/** Registered, and with their own consent to the processing of their data. */
export async function newYoungPerson(ctx: EngineContext, name: string, birthDate: string): Promise<Actor> {
  const chat = `participant.telegram.${name}`;
  const blank = { region: REGION, phone: null, student: null, consents: [], grants: [] };
  unwrap(await registerPerson(ctx, newCommand(), { chat, name, language: 'kk', birthDate, ...blank }));
  const actor = await personOf(ctx, chat);
  const terms = consentTerms(ctx.clock.now());
  unwrap(await giveConsent(ctx, newCommand(actor), { ...terms, person: actor.id, givenBy: actor.id }));
  return actor;
}

/** A legal representative whose consent for the minor is in force. */
export async function newGuardian(ctx: EngineContext, minor: Actor, name: string): Promise<Actor> {
  const chat = `participant.telegram.${name}`;
  const blank = { region: null, phone: null, student: null, consents: [], grants: [] };
  unwrap(await registerPerson(ctx, newCommand(), { chat, name, language: 'kk', ...blank }));
  const guardian = await personOf(ctx, chat);
  const since = ctx.clock.now();
  const link = { person: guardian.id, relation: 'parent', since };
  await people.on(ctx.db).updateOne({ _id: minor.id }, { $set: { guardian: link } } as never);
  const terms = consentTerms(since);
  unwrap(
    await giveConsent(ctx, newCommand(guardian), {
      ...{ ...terms, person: minor.id, givenBy: guardian.id, asGuardian: true },
    }),
  );
  return guardian;
}

export const withdrawFor = async (ctx: EngineContext, by: Actor, person: string) =>
  unwrap(await withdrawConsent(ctx, newCommand(by), { person, purpose: 'badge' }));

const formFor: Readonly<Partial<Record<Direction, 'section' | 'circle' | 'national-culture'>>> = {
  sport: 'section',
  talent: 'circle',
  heritage: 'national-culture',
};

/** Every direction of a level, each as it may be taken. */
export const allDirections = (level: Level): Application['directions'] =>
  directionsOf(level).map((direction) => ({
    direction,
    form: formFor[direction] ?? null,
    activity: 'Мысал',
    provider: direction === 'volunteering' || direction === 'tourism' ? 'jardem' : null,
  }));

export const applicationFor = (
  level: Level,
  mentor: Actor,
  over: Partial<Application> = {},
): Application => ({
  level,
  page: {
    photo: 'photo-of-nobody',
    residence: { region: REGION, place: 'Мысал көшесі, 7' },
    study: { kind: 'school', place: '№ 1 мектеп', region: REGION },
    about: 'Тауға шығуды ұнатамын',
    hobby: 'Домбыра',
  },
  directions: allDirections(level),
  longer: level === 'bronze' ? null : 'sport',
  profile: 'general',
  centre: CENTRE_BIN,
  mentor: mentor.id,
  ...over,
});

/** Applied and signed; a minor's representative is vouched for by the centre. @returns the participation's id */
export async function newApplicant(
  ctx: EngineContext,
  person: Actor,
  { mentor, head }: Staff,
  level: Level = 'bronze',
  guardian: Actor | null = null,
  over: Partial<Application> = {},
): Promise<string> {
  const id = unwrap(await applyForLevel(ctx, newCommand(person), applicationFor(level, mentor, over)));
  unwrap(await signAgreement(ctx, newCommand(person), id));
  if (guardian) {
    unwrap(await signAsGuardian(ctx, newCommand(guardian), id));
    unwrap(await confirmGuardian(ctx, newCommand(head), id));
  }
  return id;
}

export async function acceptedBy(ctx: EngineContext, { operator }: Staff, id: string): Promise<string> {
  return unwrap(await decideApplication(ctx, newCommand(operator), { id, accept: true }));
}

/** The draft schedule, proposed by the mentor and agreed by the participant. */
export async function scheduled(
  ctx: EngineContext,
  { mentor }: Staff,
  person: Actor,
  id: string,
): Promise<void> {
  const participation = await participationOf(ctx, id);
  const today = localDate(ctx.clock.now());
  const lines = draftSchedule(ctx.rules, participation, participation.startedOn, addDays(today, 1));
  const { longer } = participation;
  const proposal = { lines, longer, heritageLonger: false };
  const version = unwrap(await proposeSchedule(ctx, newCommand(mentor), id, proposal));
  unwrap(await agreeSchedule(ctx, newCommand(person), id, version));
}

export const talkNotes = { withGuardian: true, residence: 'Ата-анасымен тұрады', health: 'Шектеу жоқ' };

/** Everything up to «Қатысушы». @returns the participation's id */
export async function newParticipant(
  ctx: EngineContext,
  person: Actor,
  staff: Staff,
  level: Level = 'bronze',
  guardian: Actor | null = null,
  over: Partial<Application> = {},
): Promise<string> {
  const applied = await newApplicant(ctx, person, staff, level, guardian, over);
  const id = await acceptedBy(ctx, staff, applied);
  const { mentor } = staff;
  unwrap(await recordTalk(ctx, newCommand(mentor), id, talkNotes));
  unwrap(await recordBriefing(ctx, newCommand(mentor), id));
  await scheduled(ctx, staff, person, id);
  unwrap(await activateParticipant(ctx, newCommand(mentor), id));
  return id;
}
