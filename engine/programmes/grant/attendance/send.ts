// The list of a gathering goes to the grantor as evidence: a list with the people who confirmed, as many as there are. From then on it
// is closed; returned or taken back, it is open again and may be sent anew.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { keepMedia } from '../../../media/store.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { sendEvidence } from '../evidence/send.ts';
import { activityOf, type Plan } from '../plan/shape.ts';
import type { Served } from '../progress/piece.ts';
import { projectOf, versionInForce } from '../project/cases.ts';
import { refuseOthers } from '../rights.ts';
import { gatheringOf, presentAt } from './gatherings.ts';
import { listDocument } from './list-document.ts';
import { type Attendee, type Gathering, grantGatherings } from './store.ts';

/** What of an activity's plan a list of people is for; null where none is asked. */
export function listAskedIn(plan: Pick<Plan, 'tasks'>, activity: string): Served | null {
  for (const { id, target } of activityOf(plan, activity)?.indicators ?? []) {
    const part = target.findIndex(({ unit }) => unit === 'list');
    if (part >= 0) return { indicator: id, part };
  }
  return null;
}

/** By lead or manager. A repeat that broke off goes on with the same piece of evidence. @returns its id */
export async function sendAttendance(
  ctx: EngineContext,
  command: Command,
  id: string,
): Promise<Result<string>> {
  const found = await gatheringOf(ctx, id);
  const refusal = refuseOthers(command.actor, found.project, 'grant-lead', 'grant-manager');
  if (refusal) return refusal;
  const plan = versionInForce(await projectOf(ctx, found.project))?.plan;
  if (!plan) return refused('grant.not-in-force');
  const asked = listAskedIn(plan, found.activity);
  if (!asked) return refused('grant-events.no-list-asked');
  if ((await presentAt(ctx, id)).length === 0) return refused('grant-events.nobody-there');
  const closed = await close(ctx, command, id);
  if (!closed.ok) return closed;
  const sent = await send(ctx, command, { gathering: closed.value, plan, asked });
  return sent.ok ? noteSent(ctx, command, id, sent.value) : sent;
}

/** Nobody comes or goes while the list is written. */
const close = (ctx: EngineContext, command: Command, id: string): Promise<Result<Gathering>> =>
  change(ctx, grantGatherings, id, { ...command, id: `${command.id}/close` }, (gathering) => {
    if (gathering.state === 'sent' && isWritten(gathering)) return refused('grant-events.list-closed');
    const { _id, project, activity, date, evidence } = gathering;
    return ok({
      action: 'attendance list closed',
      set: { state: 'sent' as const, sending: true },
      result: { _id, project, activity, date, evidence } as Gathering,
    });
  });

const isWritten = ({ sending }: Pick<Gathering, 'sending'>): boolean => !sending;

interface Sending {
  readonly gathering: Gathering;
  readonly plan: Plan;
  readonly asked: Served;
}

async function send(
  ctx: EngineContext,
  { actor }: Command,
  { gathering, plan, asked }: Sending,
): Promise<Result<string>> {
  const { _id, project, activity, date, evidence } = gathering;
  const there = await presentAt(ctx, _id);
  const rows = there.map(rowOf);
  const bytes = await listDocument(ctx, { kind: 'attendance', plan, activity, date, rows });
  const kept = await keepMedia(ctx, { owner: actor.id, name: `list-${date}.pdf`, mime: null, bytes });
  // Named by how often it was sent: what broke off sends the same piece once more, and none beside it.
  const command = { id: `grant gathering ${_id} list ${evidence.length + 1}`, actor };
  return sendEvidence(ctx, command, {
    ...{ project, ...asked, alsoServes: [], kind: 'document', media: [kept._id], link: null },
    ...{ quantity: 1, people: there.length, date, place: null, participant: null, note: null },
  });
}

const rowOf = ({ name, post }: Attendee): readonly [string, string] => [name ?? '—', post ?? ''];

const noteSent = (
  ctx: EngineContext,
  command: Command,
  id: string,
  evidence: string,
): Promise<Result<string>> =>
  change(ctx, grantGatherings, id, { ...command, id: `${command.id}/sent` }, (gathering) =>
    ok({
      action: 'attendance list sent',
      set: {
        sending: false,
        evidence: gathering.evidence.includes(evidence)
          ? gathering.evidence
          : [...gathering.evidence, evidence],
      },
      result: evidence,
    }),
  );
