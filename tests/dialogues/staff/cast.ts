// The people of the staff transcripts, on a stage of their own: everyone is fictional. What students do goes straight
// to the use-cases; what staff do goes through their chats.

import { type Actor, type Command, type Grant, systemActor } from '../../../engine/kernel/actor.ts';
import { checkDigit } from '../../../engine/kernel/iin.ts';
import type { Language } from '../../../engine/kernel/languages.ts';
import type { Result } from '../../../engine/kernel/result.ts';
import { decideAccreditation } from '../../../engine/organisations/accreditation.ts';
import { registerOrganisation } from '../../../engine/organisations/registration.ts';
import { openIdentityForm, provideIdentity } from '../../../engine/people/identity.ts';
import { actorOf, personOfChat } from '../../../engine/people/reach.ts';
import { registerPerson } from '../../../engine/people/register.ts';
import {
  acceptInvitation,
  bookInterview,
  openProjects,
  publishProject,
  registerStudent,
  reportHours,
} from '../../../engine/programmes/credit/programme.ts';
import { addUniversity } from '../../../engine/reference/universities.ts';
import { openCreditStage, staffDesk } from '../../support/credit/desks.ts';
import type { TranscriptChat } from '../../support/transcript/chat.ts';
import type { Stage } from '../../support/transcript/stage.ts';

const withCheckDigit = (eleven: string): string => `${eleven}${checkDigit(eleven)}`;
export const BIN = withCheckDigit('19014000123');
export const OTHER_BIN = withCheckDigit('20054000456');
export const IBAN = 'KZ86125KZT5004100100';
const IIN = withCheckDigit('05010150023');

export const names = {
  accreditor: 'Сынақова Аккредит',
  head: 'Тестбаева Басшы',
  coordinator: 'Үлгіов Куратор',
  second: 'Образцова Кураторша',
  centre: 'Мысалова Қаржы',
  registrar: 'Примерова Регистра',
  operator: 'Пробаев Оператор',
  stranger: 'Бөтенов Біреу',
} as const;
export type Role = keyof typeof names;

const grants: Readonly<Record<Role, readonly Grant[]>> = {
  accreditor: [{ role: 'accreditor', scope: 'region:75' }],
  head: [],
  coordinator: [{ role: 'coordinator', scope: `organisation:${BIN}` }],
  second: [{ role: 'coordinator', scope: `organisation:${BIN}` }],
  centre: [{ role: 'financial-centre', scope: 'all' }],
  registrar: [{ role: 'registrar', scope: 'university:sample' }],
  operator: [{ role: 'operator', scope: 'all' }],
  stranger: [{ role: 'coordinator', scope: `organisation:${OTHER_BIN}` }],
};

export interface Cast {
  readonly stage: Stage;
  readonly chats: Readonly<Record<Role, TranscriptChat>>;
  readonly student: Actor;
  actor(role: Role): Promise<Actor>;
}

let commands = 0;
export const command = (actor: Actor): Command => {
  commands += 1;
  return { id: `story/${commands}`, actor };
};

/** @throws when a use-case that the story rests on refuses */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.reasons)}`);
  return result.value;
}

/** Everyone is there; the organisation has applied, and nobody has carried that out yet. */
export async function openCast(language: Language = 'ru'): Promise<Cast> {
  const stage = await openCreditStage();
  const { ctx } = stage;
  const university = {
    id: 'sample',
    kk: 'Үлгі университеті',
    ru: 'Образцовый университет',
    en: 'Sample University',
  };
  value(await addUniversity(ctx, command(systemActor), { ...university, region: '75' }));
  const roles = Object.keys(names) as Role[];
  const chats = {} as Record<Role, TranscriptChat>;
  for (const [index, role] of roles.entries()) {
    chats[role] = stage.talkTo(staffDesk, String(100 + index), language);
    if (role === 'head') continue;
    const blank = { region: null, phone: null, student: null, consents: [] };
    const person = { chat: `staff.telegram.${100 + index}`, name: names[role], language, ...blank };
    value(await registerPerson(ctx, command(systemActor), { ...person, grants: grants[role] }));
  }
  const chatOf = (role: Role) => `staff.telegram.${100 + roles.indexOf(role)}`;
  value(
    await registerOrganisation(ctx, command(systemActor), {
      ...{
        bin: BIN,
        name: 'Демалыс орталығы',
        kind: 'local',
        region: '75',
        address: 'Алматы, Үлгі көшесі, 1',
      },
      ...{ activities: ['leisure', 'elderly'], contact: 'sample@example.kz' },
      head: { chat: chatOf('head'), name: names.head, language },
    }),
  );
  return {
    stage,
    chats,
    student: await openStudent(stage, language, '501'),
    actor: async (role) => known(stage, chatOf(role)),
  };
}

async function known({ ctx }: Stage, chat: string): Promise<Actor> {
  const person = await personOfChat(ctx, chat);
  if (!person) throw new Error(`nobody in ${chat}`);
  return actorOf(person);
}

async function openStudent(stage: Stage, language: Language, number: string): Promise<Actor> {
  const { ctx } = stage;
  const chat = `participant.telegram.${number}`;
  const profile = { universityId: 'sample', year: 2, region: '75', phone: null, birthDate: '2005-01-01' };
  const id = value(
    await registerStudent(ctx, command(systemActor), {
      chat,
      language,
      name: 'Мысалбек Студент',
      ...profile,
    }),
  );
  const secret = await openIdentityForm(ctx, id);
  const given = await provideIdentity(ctx, secret, { iin: IIN, iban: IBAN });
  if (!given.ok) throw new Error(JSON.stringify(given.reasons));
  return known(stage, chat);
}

/** The organisation is accredited and has a project with one interview time tomorrow. */
export async function publishedProject({ stage, actor }: Cast): Promise<string> {
  const { ctx } = stage;
  value(await decideAccreditation(ctx, command(await actor('accreditor')), BIN, { accredit: true }));
  const id = value(
    await publishProject(ctx, command(await actor('head')), {
      ...{ organisationId: BIN, title: 'Ауладағы ойындар', description: 'Балалармен ойын өткізу' },
      ...{ direction: 'leisure', region: '75', address: 'Алматы, Үлгі көшесі, 2' },
      ...{ from: '2026-10-05', to: '2026-12-31', places: 2 },
      slots: [{ startsAt: new Date('2026-10-06T05:00:00Z'), capacity: 3 }],
    }),
  );
  await stage.carryOn();
  return id;
}

/** @returns the interview's id */
export async function bookedInterview(cast: Cast): Promise<string> {
  const projectId = await publishedProject(cast);
  const { ctx } = cast.stage;
  const project = (await openProjects(ctx, {})).find((each) => each.id === projectId);
  const slotId = project?.slots[0]?.id ?? '';
  const id = value(await bookInterview(ctx, command(cast.student), { projectId, slotId }));
  await cast.stage.carryOn();
  return id;
}

/** The student works in the project. @returns the credit's id */
export async function startedCredit(cast: Cast): Promise<string> {
  const interviewId = await bookedInterview(cast);
  await cast.chats.second.tap(`credit.invite:${interviewId}`);
  value(await acceptInvitation(cast.stage.ctx, command(cast.student), { interviewId, target: 20 }));
  await cast.stage.carryOn();
  return interviewId;
}

/** @returns the entry's id */
export async function reportedHours(cast: Cast, date: string, minutes: number): Promise<string> {
  const { stage, student } = cast;
  stage.clock.set(`${date}T15:00:00Z`);
  const work = { date, start: '09:00', minutes, what: 'Ойын өткіздік <балалармен> & $t(x)', media: [] };
  const id = value(await reportHours(stage.ctx, command(student), work));
  await stage.carryOn();
  return id;
}

/** All hours of the credit are reported and confirmed by the coordinator. */
export async function confirmedHours(cast: Cast, by: Role = 'coordinator'): Promise<void> {
  const days: readonly (readonly [string, number])[] = [
    ['2026-10-06', 480],
    ['2026-10-07', 480],
    ['2026-10-08', 240],
  ];
  for (const [date, minutes] of days) {
    const entry = await reportedHours(cast, date, minutes);
    await cast.chats[by].tapRaw(`go:credit.hours-confirm:${entry}.r0`);
    await cast.stage.carryOn();
  }
}
