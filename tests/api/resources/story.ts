// Two organisations, two universities, two students: one has finished a credit, the other's hours wait.
// Told through the use-cases alone, so that what the API reads is what the system writes. Everyone is fictional.

import type { Actor, Command, Grant } from '../../../engine/kernel/actor.ts';
import { DAY, ManualClock } from '../../../engine/kernel/clock.ts';
import type { Result } from '../../../engine/kernel/result.ts';
import { sealerOf } from '../../../engine/kernel/sealing.ts';
import { decideAccreditation } from '../../../engine/organisations/accreditation.ts';
import { registerOrganisation } from '../../../engine/organisations/registration.ts';
import type { OrganisationKind } from '../../../engine/organisations/store.ts';
import { openIdentityForm, provideIdentity } from '../../../engine/people/identity.ts';
import { people } from '../../../engine/people/store.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import * as credit from '../../../engine/programmes/credit/programme.ts';
import { addUniversity } from '../../../engine/reference/universities.ts';
import { relayOutbox } from '../../../engine/store/outbox.ts';
import { testContext } from '../../support/engine-context.ts';
import { giveBack, openStore } from '../../support/services/fresh-database.ts';
import { whatFollows } from '../../support/what-follows.ts';
import { storyKey } from '../../support/world/engine.ts';

export const BIN_A = '200140000014';
export const BIN_B = '200240000028';
export const IIN = '050101500010';
export const IBAN = 'KZ86125KZT5004100100';
export const PHONE = '+77010000001';

export interface Story {
  readonly ctx: EngineContext;
  readonly clock: ManualClock;
  readonly projectA: string;
  readonly projectB: string;
  /** Finished a credit at A; studies at alpha. */
  readonly studentA: string;
  /** Reported hours at B; studies at beta. */
  readonly studentB: string;
  readonly creditA: string;
  readonly creditB: string;
  /** Undecided hours of B's student. */
  readonly entryB: string;
  relay(): Promise<void>;
  close(): Promise<void>;
}

let told = 0;

/** A command of someone that is never repeated. */
export const as = (actor: Actor): Command => {
  told += 1;
  return { id: `story/${told}`, actor };
};
export const key = (id: string, ...grants: Grant[]): Actor => ({ kind: 'key', id, grants });
const person = (id: string): Actor => ({ kind: 'person', id, grants: [] });

export const operator = key('operator', { role: 'operator', scope: 'all' });
export const headOf = (bin: string): Actor =>
  key(`head-${bin}`, { role: 'head', scope: `organisation:${bin}` });

export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.reasons)}`);
}

export async function tellStory(uri: string): Promise<Story> {
  const clock = new ManualClock('2026-09-07T05:00:00Z');
  const db = await openStore(uri);
  const links = {
    page: (path: string) => `https://qadam.example/${path}`,
    form: (secret: string) => `https://qadam.example/forms/${secret}`,
    start: (desk: string, secret: string) => `https://qadam.example/chat?desk=${desk}&start=${secret}`,
  };
  const ctx = testContext(db, clock, { sealer: sealerOf(storyKey), links });
  for (const [id, region] of [
    ['alpha', '75'],
    ['beta', '71'],
  ] as const)
    unwrap(
      await addUniversity(ctx, as(operator), { id, kk: `${id} kk`, ru: `${id} ru`, en: `${id} en`, region }),
    );
  await host(ctx, BIN_A, 'Мейірім орталығы', 'local', '75');
  await host(ctx, BIN_B, 'Серпін қоры', 'volunteer', '71');
  const projectA = await project(ctx, BIN_A, '75');
  const projectB = await project(ctx, BIN_B, '71');
  const studentA = await student(ctx, 'Әлия Үлгіова', 'alpha', '75', 1001, PHONE);
  const studentB = await student(ctx, 'Боран Сынақов', 'beta', '71', 1002, null);
  const creditA = await participate(ctx, studentA, projectA, BIN_A);
  const creditB = await participate(ctx, studentB, projectB, BIN_B);
  clock.advance(7 * DAY);
  await finish(ctx, studentA, creditA);
  const hours = { date: '2026-09-09', start: '10:00', minutes: 120, what: 'Кітап оқып бердім', media: [] };
  const entryB = unwrap(await credit.reportHours(ctx, as(person(studentB)), hours));
  const relay = async () => {
    const carry = async (event: Parameters<Parameters<typeof relayOutbox>[2]>[0]) => {
      await whatFollows(ctx, event);
    };
    for (let round = 0; round < 2; round += 1)
      for (const owner of [
        ...credit.credit.owners,
        people as unknown as (typeof credit.credit.owners)[number],
      ])
        await relayOutbox(ctx, owner, carry);
  };
  await relay();
  const close = () => giveBack(db);
  return { ctx, clock, projectA, projectB, studentA, studentB, creditA, creditB, entryB, relay, close };
}

async function host(ctx: EngineContext, bin: string, name: string, kind: OrganisationKind, region: string) {
  const head = { chat: `staff.telegram.${bin}`, name: `Басшы ${bin}`, language: 'kk' as const };
  const input = { bin, name, kind, region, address: 'Сынақ көшесі, 1', contact: 'example', head };
  const activities = ['elderly', 'tutoring'];
  unwrap(await registerOrganisation(ctx, as(person('newcomer')), { ...input, activities }));
  const scope = kind === 'local' ? `region:${region}` : 'network:nvs';
  const accreditor = key('accreditor', { role: 'accreditor', scope });
  unwrap(await decideAccreditation(ctx, as(accreditor), bin, { accredit: true }));
}

export const newProject = (organisationId: string, region: string) => ({
  organisationId,
  title: 'Қарттарға көмек',
  description: 'Апта сайын қарттарға барамыз',
  direction: 'elderly' as const,
  region,
  address: 'Сынақ көшесі, 2',
  from: '2026-09-01',
  to: '2026-12-20',
  places: 3,
});

const project = async (ctx: EngineContext, bin: string, region: string): Promise<string> =>
  unwrap(
    await credit.publishProject(ctx, as(headOf(bin)), {
      ...newProject(bin, region),
      slots: [{ startsAt: new Date('2026-09-08T05:00:00Z'), capacity: 2 }],
    }),
  );

export async function student(
  ctx: EngineContext,
  name: string,
  universityId: string,
  region: string,
  chat: number,
  phone: string | null,
  iin = phone ? IIN : '050202600026',
): Promise<string> {
  const input = {
    chat: `participant.telegram.${chat}`,
    language: 'kk' as const,
    year: 2,
    phone,
    birthDate: '2005-01-01',
  };
  const id = unwrap(
    await credit.registerStudent(ctx, as(person('newcomer')), { ...input, name, universityId, region }),
  );
  unwrap(await provideIdentity(ctx, await openIdentityForm(ctx, id), { iin, iban: IBAN }));
  return id;
}

async function participate(ctx: EngineContext, id: string, projectId: string, bin: string): Promise<string> {
  const slotId = (await credit.projectView(ctx, projectId))?.slots[0]?.id ?? '';
  const interviewId = unwrap(await credit.bookInterview(ctx, as(person(id)), { projectId, slotId }));
  unwrap(await credit.inviteStudent(ctx, as(headOf(bin)), interviewId));
  return unwrap(await credit.acceptInvitation(ctx, as(person(id)), { interviewId, target: 20 }));
}

async function finish(ctx: EngineContext, id: string, creditId: string): Promise<void> {
  for (const [date, minutes] of [
    ['2026-09-08', 480],
    ['2026-09-09', 480],
    ['2026-09-10', 240],
  ] as const) {
    const hours = { date, start: '09:00', minutes, what: 'Қарттарға көмектестім', media: [] };
    const entryId = unwrap(await credit.reportHours(ctx, as(person(id)), hours));
    unwrap(await credit.decideHours(ctx, as(headOf(BIN_A)), { entryId, confirm: true }));
  }
  unwrap(await credit.sendReport(ctx, as(person(id)), { text: 'Барлығы орындалды', media: [] }));
  unwrap(await credit.decideReport(ctx, as(headOf(BIN_A)), { creditId, approve: true }));
}
