// The badge's chapter of the demo: a centre with its people, and a participant two weeks into a bronze level. Everything is done by
// the use-cases themselves, so that each state is one that the system can reach.
import { addDays, localDate } from '../../../kernel/calendar.ts';
import { DAY, HOUR, type ManualClock } from '../../../kernel/clock.ts';
import { registerPerson } from '../../../people/register.ts';
import { addEntry } from '../../../reference/entries.ts';
import type { EngineContext } from '../../context.ts';
import { actor, type CastMember, chatOf, done } from '../../demo-cast.ts';
import type { DemoChapter } from '../../programme.ts';
import { applyAsCentre } from '../centres/apply.ts';
import { decideCentre, signAsCentre } from '../centres/decide.ts';
import { decideEntry } from '../journal/decide-entry.ts';
import type { EntryDraft } from '../journal/draft.ts';
import { writeEntry } from '../journal/write-entry.ts';
import { providers } from '../reference/providers.ts';
import { assignExpert } from '../supervision/assign-expert.ts';
import { BIN, cast, personas } from './cast.ts';
import { as } from './command.ts';
import { begin } from './participant.ts';

const OPERATOR = { id: 'operator', desk: 'staff' } as const;

export const demo: DemoChapter = { personas, play };

/** Idempotent: what broke off is completed. */
async function play(ctx: EngineContext, clock: ManualClock): Promise<void> {
  const provider: { readonly id: string } = {
    ...{ id: 'jardem', kk: '«Жәрдем» қоры', ru: 'Фонд «Жардем»', en: 'Jardem Fund' },
    ...{ directions: ['volunteering', 'tourism'], regions: [], contact: 'jardem@demo.example' },
  };
  await addEntry(ctx, providers, as('provider'), provider);
  for (const member of Object.values(cast)) await register(ctx, member);
  await openCentre(ctx);
  clock.advance(HOUR);
  const assigned = { mentor: (await actor(ctx, cast.mentor)).id, expert: (await actor(ctx, cast.expert)).id };
  done(await assignExpert(ctx, as('expert'), assigned));
  const participation = await begin(ctx);
  for (const week of [1, 2]) {
    clock.advance(7 * DAY);
    await keepJournal(ctx, participation, week);
  }
}

async function register(ctx: EngineContext, member: CastMember): Promise<void> {
  const { id, name, language, region, grants } = member;
  const born = member.desk === 'participant' ? { birthDate: '2005-05-14' } : {};
  const blank = { phone: null, student: null, consents: [], demo: true };
  const who = { chat: chatOf(member), name, language, region, grants, ...born, ...blank };
  done(await registerPerson(ctx, as(`person/${id}`), who));
}

async function openCentre(ctx: EngineContext): Promise<void> {
  const { head: of } = cast;
  const head = { chat: chatOf(of), name: of.name, language: of.language };
  const wish = {
    ...{ bin: BIN, name: '«Жас қадам» орталығы', region: '71', address: 'Мысал көшесі, 1' },
    ...{ contact: 'centre@demo.example', about: 'Жастармен үш жыл жұмыс істейді' },
  };
  done(await applyAsCentre(ctx, as('centre', await actor(ctx, of)), { ...wish, head }));
  const operator = await actor(ctx, OPERATOR as CastMember);
  done(await decideCentre(ctx, as('centre-accepted', operator), { centre: BIN, accept: true }));
  done(await signAsCentre(ctx, as('centre-signed', await actor(ctx, of)), BIN));
}

/** Sport and talent of a week: confirmed in the first, waiting for the mentor in the second. */
async function keepJournal(ctx: EngineContext, participation: string, week: number): Promise<void> {
  const person = await actor(ctx, cast.participant);
  const mentor = await actor(ctx, cast.mentor);
  for (const direction of ['sport', 'talent'] as const) {
    const text = 'Бүгін бір сағат жаттықтым, жаңа тәсіл үйрендім.';
    const date = addDays(localDate(ctx.clock.now()), -1);
    const lesson: EntryDraft = { direction, kind: 'lesson', date, minutes: 60, text };
    const name = `entry/${week}/${direction}`;
    const id = done(await writeEntry(ctx, as(name, person), participation, lesson));
    if (week === 1) done(await decideEntry(ctx, as(`${name}/approved`, mentor), id, { how: 'approved' }));
  }
}
