// The contest's chapter of the demo: an edition of its own days, a college in its internal stage with a commission that scores,
// one nominee who still waits for the college. Everything is done by the use-cases themselves.
import { inviteMember, joinCommission } from '../../../commissions/use-cases/invite-member.ts';
import type { Layout, Say } from '../../../documents/layout.ts';
import { renderPdf } from '../../../documents/pdf/render.ts';
import { type Command, systemActor } from '../../../kernel/actor.ts';
import { addDays, localDate } from '../../../kernel/calendar.ts';
import { HOUR, type ManualClock } from '../../../kernel/clock.ts';
import { keepMedia } from '../../../media/store.ts';
import { giveConsent } from '../../../people/consents.ts';
import { registerPerson } from '../../../people/register.ts';
import { addCollege } from '../../../reference/colleges.ts';
import type { EngineContext } from '../../context.ts';
import { actor, type CastMember, chatOf, done } from '../../demo-cast.ts';
import type { DemoChapter } from '../../programme.ts';
import { consentTerms } from '../consent.ts';
import { openEdition } from '../editions/open-edition.ts';
import { decideAdmission } from '../nominations/admit.ts';
import { proposeNomination } from '../nominations/propose.ts';
import { commissionId, formStageCommission, type Place } from '../stages/commission.ts';
import { putUpNominees } from '../stages/sitting.ts';
import { COLLEGE, cast, colleges, personas } from './cast.ts';

const EDITION = 'demo';
const place: Place = { edition: EDITION, stage: 'college', at: COLLEGE };

export const demo: DemoChapter = { personas, play };

/** Idempotent: what broke off is completed. */
async function play(ctx: EngineContext, clock: ManualClock): Promise<void> {
  for (const college of colleges) await addCollege(ctx, as(`college/${college.id}`), college);
  await open(ctx);
  for (const member of Object.values(cast)) await register(ctx, member);
  clock.advance(HOUR);
  await nominate(ctx, cast.waiting, 'Волонтёр городского штаба, помогала на 30 мероприятиях');
  for (const [member, what] of [
    [cast.nominee, 'Колледждің студенттік кеңесін екі жыл басқарамын'],
    [cast.second, 'Второе место на региональном чемпионате WorldSkills'],
  ] as const) {
    clock.advance(HOUR);
    const nomination = await nominate(ctx, member, what);
    const by = as(`admit/${member.id}`, await actor(ctx, cast.officer));
    done(await decideAdmission(ctx, by, { nomination, admit: true }));
  }
  await sit(ctx);
}

const as = (what: string, by = systemActor): Command => ({ id: `demo/contest/${what}`, actor: by });

/** Whoever tries it out has a month for each stage, whatever the day is. */
async function open(ctx: EngineContext): Promise<void> {
  const from = localDate(ctx.clock.now());
  const day = (days: number) => addDays(from, days);
  const opened = await openEdition(ctx, as('edition'), {
    ...{ id: EDITION, year: Number(from.slice(0, 4)), legalDay: from },
    calendar: {
      ...{ announced: from, internalEnds: day(50), submissionEnds: day(55), regionalEnds: day(80) },
      ...{ packageEnds: day(90), republicanBegins: day(90), republicanEnds: day(150) },
    },
  });
  done(opened);
}

async function register(ctx: EngineContext, member: CastMember): Promise<void> {
  const { id, name, language, region, grants, desk } = member;
  const born = desk === 'participant' ? { birthDate: '2006-05-14' } : {};
  const blank = { phone: null, student: null, consents: [], demo: true };
  const who = { chat: chatOf(member), name, language, region, grants, ...born, ...blank };
  done(await registerPerson(ctx, as(`person/${id}`), who));
}

async function nominate(ctx: EngineContext, member: CastMember, what: string): Promise<string> {
  const nominee = await actor(ctx, member);
  const consent = { ...consentTerms(ctx.clock.now()), person: nominee.id, givenBy: nominee.id };
  done(await giveConsent(ctx, as(`consent/${member.id}`, nominee), consent));
  const wish = {
    ...({ edition: EDITION, studies: 'college', college: COLLEGE, lowestMark: 5 } as const),
    grounds: [{ ground: 'leader' as const, what, media: [await proof(ctx, nominee.id, member.id)] }],
  };
  return done(await proposeNomination(ctx, as(`nominate/${member.id}`, nominee), wish));
}

/** A document that backs the ground: a sheet which says that it is a sample. */
async function proof(ctx: EngineContext, owner: string, name: string): Promise<string> {
  const layout: Layout = {
    ...{ title: 'Үлгі', page: { size: 'A5', orientation: 'landscape', framed: true } },
    blocks: [
      { kind: 'space', lines: 4 },
      { kind: 'title', text: 'ҮЛГІ · ОБРАЗЕЦ · SAMPLE', level: 1, align: 'center' },
      { kind: 'paragraph', text: 'Демонстрациялық құжат / Демонстрационный документ', align: 'center' },
    ],
  };
  const say: Say = (words) => (typeof words === 'string' ? words : words.key);
  const bytes = await renderPdf(layout, say, ctx.clock.now());
  return (await keepMedia(ctx, { owner, name: `${name}.pdf`, mime: 'application/pdf', bytes }))._id;
}

async function sit(ctx: EngineContext): Promise<void> {
  const officer = await actor(ctx, cast.officer);
  done(await formStageCommission(ctx, as('commission', officer), place));
  for (const kind of ['youth', 'ngo', 'stakeholder'] as const) {
    const member = await actor(ctx, cast[kind]);
    const invited = { person: member.id, kind, represents: represents[kind], connections: [] };
    done(await inviteMember(ctx, as(`invite/${kind}`, officer), commissionId(place), invited));
    done(await joinCommission(ctx, as(`join/${kind}`, member), commissionId(place)));
  }
  done(await putUpNominees(ctx, as('sitting', officer), place));
}

const represents = {
  youth: '«Жас қадам» жастар ұйымы',
  ngo: 'Фонд «Пример»',
  stakeholder: 'Палата предпринимателей',
};
