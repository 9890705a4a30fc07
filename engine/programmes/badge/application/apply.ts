// «Өтініш беру»: somebody applies for a level with their personal page, directions, centre and mentor, and takes on the duty
// to meet its requirements. The agreement is signed next (sign.ts).
import type { Command } from '../../../kernel/actor.ts';
import { endOfDay, type LocalDate, localDate } from '../../../kernel/calendar.ts';
import { ok, type Reason, type Refused, type Result, refused, refusedFor } from '../../../kernel/result.ts';
import { addWorkingDays } from '../../../kernel/working-days.ts';
import { wishesOf } from '../../../people/guardians.ts';
import { type Person, people } from '../../../people/store.ts';
import { workingCalendar } from '../../../reference/calendar/working-calendar.ts';
import { change, create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { participationsOf } from '../cases.ts';
import { CONSENT_PURPOSE } from '../consent.ts';
import type { Profile } from '../reference/words.ts';
import { type Level, mayTransition } from '../states.ts';
import { type Participation, participationId, participations } from '../store.ts';
import { transition } from '../transitions.ts';
import { applied } from './events.ts';
import { levelRefusal } from './open-levels.ts';
import { pageReasons } from './personal-page.ts';
import type { Page } from './shapes.ts';
import { mentorStands } from './suggest.ts';
import { type Chosen, takeDirections } from './take-directions.ts';

/** Which text the undertaking and the agreement were shown by. */
export const UNDERTAKING_TEXT = '2026-11-30';
export const AGREEMENT_TEXT = '2026-11-30';

export interface Application {
  readonly level: Level;
  readonly page: Page;
  readonly directions: readonly Chosen[];
  /** Which of sport and talent is taken for the longer term. */
  readonly longer: Participation['longer'];
  readonly profile: Profile;
  readonly centre: string;
  readonly mentor: string;
}

/** @returns the participation's id */
export async function applyForLevel(
  ctx: EngineContext,
  command: Command,
  application: Application,
): Promise<Result<string>> {
  const on = localDate(ctx.clock.now());
  const person = await people.on(ctx.db).findById(command.actor.id).lean();
  const id = participationId(command.actor.id, application.level);
  const before = await participations.on(ctx.db).findById(id).lean();
  const repeated = before?.applied.find(({ cmd }) => cmd === command.id);
  if (repeated) return ok(id);
  const blocked = await refusalOf(ctx, person, application, on);
  if (blocked) return blocked;
  const { residence } = application.page;
  const taken = await takeDirections(ctx, application.level, application.directions, {
    ...{ on, region: residence.region },
  });
  if (!taken.ok) return taken;
  const dueAt = await decisionDue(ctx, on);
  const set = firstState(ctx, command.actor.id, application, { on, dueAt, directions: taken.value });
  return before ? applyAgain(ctx, command, id, set) : applyFirst(ctx, command, id, set);
}

async function refusalOf(
  ctx: EngineContext,
  person: Person | null,
  { level, page, centre, mentor }: Application,
  on: LocalDate,
): Promise<Refused | null> {
  if (!person?.birthDate) return refused('badge.not-registered');
  const wished = wishesOf(person, ctx.clock.now()).some(({ purpose }) => purpose === CONSENT_PURPOSE);
  if (!wished) return refused('badge.no-consent');
  const closed = levelRefusal(
    ctx.rules,
    level,
    person.birthDate,
    on,
    await participationsOf(ctx, person._id),
  );
  if (closed) return closed;
  const reasons: Reason[] = [...pageReasons(page)];
  if (page.study.kind === 'none' && !ctx.rules.boolean('badge', 'outsideEducationMayApply', on))
    reasons.push({ code: 'badge.only-in-education' });
  if (!(await mentorStands(ctx, { person: person._id, centre, mentor })))
    reasons.push({ code: 'badge.mentor-gone' });
  return reasons.length > 0 ? refusedFor(reasons) : null;
}

/** End of the last working day of the term for the decision (§3.1). */
async function decisionDue(ctx: EngineContext, on: LocalDate): Promise<Date> {
  const days = ctx.rules.number('badge', 'applicationDecisionDays', on);
  return endOfDay(addWorkingDays(await workingCalendar(ctx, on), on, days));
}

function versionNameOf({ rules }: EngineContext, level: Level, on: LocalDate): string {
  const { name, from } = rules.version(`badge.${level}`, on);
  return name ?? from;
}

interface Settled {
  readonly on: LocalDate;
  readonly dueAt: Date;
  readonly directions: Participation['directions'];
}

function firstState(
  ctx: EngineContext,
  person: string,
  { level, page, longer, profile, centre, mentor }: Application,
  { on, dueAt, directions }: Settled,
) {
  const now = ctx.clock.now();
  const nothing = { decision: null, talk: null, briefing: null, schedule: null, proposed: null };
  const notYet = { activatedAt: null, termEndsAt: null, completedAt: null, endedAt: null, admission: null };
  return {
    ...{ person, level, page, longer, profile, centre, mentor, directions, dueAt },
    round: 1,
    state: 'applied' as const,
    startedOn: on,
    ruleVersion: versionNameOf(ctx, level, on),
    region: page.residence.region,
    undertaking: { textVersion: UNDERTAKING_TEXT, at: now },
    agreement: { textVersion: AGREEMENT_TEXT, participant: null, guardian: null },
    sentAt: now,
    createdAt: now,
    ...nothing,
    ...notYet,
    documents: [],
    excusedWeeks: [],
    confirmed: [],
  };
}

type FirstState = ReturnType<typeof firstState>;

async function applyFirst(ctx: EngineContext, command: Command, id: string, set: FirstState) {
  const made = await create(ctx, participations, id, command, {
    action: 'applied for a level',
    set,
    events: [applied({ participation: id, person: set.person })],
    result: id,
    details: transition('participation', id, null, set.state),
  });
  return made.created ? ok(made.result) : applyAgain(ctx, command, id, set);
}

/** The same document, a round later: what was begun before counts for nothing. */
function applyAgain(ctx: EngineContext, command: Command, id: string, { createdAt: _, ...set }: FirstState) {
  return change(ctx, participations, id, command, ({ state, round }) => {
    if (!mayTransition.participation(state, 'applied'))
      return refused('badge.level-begun', { level: set.level });
    return ok({
      action: 'applied for a level again',
      set: { ...set, round: round + 1 },
      events: [applied({ participation: id, person: set.person })],
      result: id,
      details: transition('participation', id, state, set.state),
    });
  });
}
