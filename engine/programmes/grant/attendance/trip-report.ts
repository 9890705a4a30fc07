// A participant of a trip sends their own report, in words or as a file: it counts towards one report from each.

import { trusted } from 'mongoose';
import { renderPdf } from '../../../documents/pdf/render.ts';
import type { Command } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/calendar.ts';
import { derivedId } from '../../../kernel/ids.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { keepMedia } from '../../../media/store.ts';
import { nameOf } from '../../../people/reach.ts';
import { create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { evidenceSent } from '../events.ts';
import { holderOf, holdsOf } from '../evidence/cases.ts';
import { filesOf } from '../evidence/files.ts';
import { sentAlready } from '../evidence/send.ts';
import { activityOf, type Plan } from '../plan/shape.ts';
import { wordsIn } from '../plan/words.ts';
import type { Served } from '../progress/piece.ts';
import { projectOf, versionInForce } from '../project/cases.ts';
import { standingStates } from '../states.ts';
import { grantEvidence } from '../store.ts';
import { type Attendee, grantAttendees } from './store.ts';

/** What of an activity's plan a report of each participant is for; null where none is asked. */
export function reportAskedIn(plan: Pick<Plan, 'tasks'>, activity: string): Served | null {
  for (const { id, target } of activityOf(plan, activity)?.indicators ?? []) {
    const part = target.findIndex(({ unit, per }) => unit === 'report' && per === 'participant');
    if (part >= 0) return { indicator: id, part };
  }
  return null;
}

export interface OwedReport extends Served {
  readonly project: string;
  readonly activity: string;
  readonly plan: Plan;
}

/** Reports that a person has to send: of each trip on whose list they stand, unless one stands already. */
export async function owedReports(ctx: EngineContext, person: string): Promise<readonly OwedReport[]> {
  const stands = (await grantAttendees
    .on(ctx.db)
    .find({ person, removed: null })
    .lean()) as unknown as Attendee[];
  const places = new Map(stands.map((each) => [`${each.project} ${each.activity}`, each]));
  const owed: OwedReport[] = [];
  for (const { project, activity } of places.values()) {
    const plan = versionInForce(await projectOf(ctx, project))?.plan;
    const asked = plan && reportAskedIn(plan, activity);
    if (plan && asked && !(await isSent(ctx, person, project, asked)))
      owed.push({ project, activity, plan, ...asked });
  }
  return owed;
}

async function isSent(ctx: EngineContext, person: string, project: string, { indicator }: Served) {
  const states = trusted({ $in: [...standingStates] });
  const filter = { sentBy: person, project, 'serves.indicator': indicator, state: states };
  return (await grantEvidence.on(ctx.db).exists(filter as never)) !== null;
}

export interface TripReport {
  readonly project: string;
  readonly activity: string;
  /** In their own words; empty where files say it. */
  readonly words: string;
  /** Ids of kept media. */
  readonly media: readonly string[];
}

/** @returns the id of the evidence */
export async function sendTripReport(
  ctx: EngineContext,
  command: Command,
  report: TripReport,
): Promise<Result<string>> {
  const id = derivedId(`grant evidence ${command.id}`);
  const before = await grantEvidence.on(ctx.db).exists({ _id: id, sentBy: command.actor.id });
  if (before) return ok(id);
  const owed = (await owedReports(ctx, command.actor.id)).find(
    ({ project, activity }) => project === report.project && activity === report.activity,
  );
  if (!owed) return refused('grant-events.no-report-owed');
  if (report.words === '' && report.media.length === 0) return refused('grant.no-file');
  const media = report.words === '' ? report.media : [await written(ctx, command, owed, report.words)];
  return store(ctx, command, id, { ...owed, media });
}

/** The words as a paper, so that the grantor's manager has one file to look at. */
async function written(
  ctx: EngineContext,
  { actor }: Command,
  { plan, activity }: OwedReport,
  words: string,
): Promise<string> {
  const now = ctx.clock.now();
  const title = wordsIn(activityOf(plan, activity)?.title ?? {}, 'kk') || activity;
  const bytes = await renderPdf(
    {
      ...{ title, page: { size: 'A4', orientation: 'portrait' }, numbered: true },
      blocks: [
        { kind: 'title', text: title },
        { kind: 'paragraph', text: await nameOf(ctx, actor.id), emphasis: 'strong' },
        ...words.split('\n').map((line) => ({ kind: 'paragraph' as const, text: line })),
      ],
    },
    (each) => (typeof each === 'string' ? each : each.key),
    now,
  );
  return (await keepMedia(ctx, { owner: actor.id, name: 'report.pdf', mime: null, bytes }))._id;
}

async function store(
  ctx: EngineContext,
  command: Command,
  id: string,
  { project, activity, indicator, part, media }: OwedReport & { readonly media: readonly string[] },
): Promise<Result<string>> {
  const { actor } = command;
  const files = await filesOf(ctx, actor.id, 'document', media);
  if (!files.ok) return files;
  // Beside the files, so that of two at once only one stands.
  const holds = [
    ...holdsOf(project, files.value.contents, null),
    `${project} report ${indicator} ${actor.id}`,
  ];
  const now = ctx.clock.now();
  const made = await create(ctx, grantEvidence, id, command, {
    action: 'trip report sent',
    set: {
      ...{ project, activity, serves: [{ indicator, part }], unit: 'report', kind: 'document' },
      ...{ media: [...files.value.media], contents: [...files.value.contents], holds, link: null },
      ...{ quantity: 1, people: null, of: null, date: localDate(now), place: null, note: null },
      ...{ participant: actor.id, state: 'sent', sentBy: actor.id, sentAt: now, decision: null },
    },
    events: [evidenceSent({ project, evidence: id })],
    result: id,
    details: { indicator },
  });
  return made.created ? ok(made.result) : sentAlready(await holderOf(ctx, holds));
}
