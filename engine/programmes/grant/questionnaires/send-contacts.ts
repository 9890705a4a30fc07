// The list of contacts goes to the grantor as evidence: one paper, without a word of what anybody answered.
import type { Command } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/calendar.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { keepMedia } from '../../../media/store.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { listDocument } from '../attendance/list-document.ts';
import { evidenceOf } from '../evidence/cases.ts';
import { sendEvidence } from '../evidence/send.ts';
import { activityOf, type Plan } from '../plan/shape.ts';
import type { Served } from '../progress/piece.ts';
import { projectOf, versionInForce } from '../project/cases.ts';
import { refuseOthers } from '../rights.ts';
import { standingStates } from '../states.ts';
import { contactsOn } from './contacts.ts';
import { questionnaireOf } from './open.ts';
import { grantQuestionnaires, type Questionnaire } from './store.ts';

export function contactsAskedIn(plan: Pick<Plan, 'tasks'>, activity: string): Served | null {
  for (const { id, target } of activityOf(plan, activity)?.indicators ?? []) {
    const part = target.findIndex(({ unit }) => unit === 'contactList');
    if (part >= 0) return { indicator: id, part };
  }
  return null;
}

/** By lead or manager; anew once it was returned. @returns the id of the evidence */
export async function sendContacts(
  ctx: EngineContext,
  command: Command,
  id: string,
): Promise<Result<string>> {
  const found = await questionnaireOf(ctx, id);
  const refusal = refuseOthers(command.actor, found.project, 'grant-lead', 'grant-manager');
  if (refusal) return refusal;
  const plan = versionInForce(await projectOf(ctx, found.project))?.plan;
  if (!plan) return refused('grant.not-in-force');
  const asked = contactsAskedIn(plan, found.activity);
  if (!asked) return refused('grant-events.no-contacts-asked');
  if (await stands(ctx, found)) return refused('grant-events.contacts-sent');
  const sent = await send(ctx, command, found, plan, asked);
  if (!sent.ok) return sent;
  return change(ctx, grantQuestionnaires, id, command, ({ contactEvidence }) =>
    ok({
      action: 'contact list sent',
      set: { contactEvidence: [...new Set([...contactEvidence, sent.value])] },
      result: sent.value,
    }),
  );
}

async function stands(ctx: EngineContext, { contactEvidence }: Questionnaire): Promise<boolean> {
  const newest = contactEvidence.at(-1);
  return newest !== undefined && standingStates.includes((await evidenceOf(ctx, newest)).state);
}

async function send(
  ctx: EngineContext,
  { actor }: Command,
  { _id, project, activity, contactList, contactEvidence }: Questionnaire,
  plan: Plan,
  asked: Served,
): Promise<Result<string>> {
  const contacts = await contactsOn(ctx, contactList);
  if (contacts.length === 0) return refused('grant-events.no-contacts');
  const rows = contacts.map(({ name, phone }) => [name ?? '', phone ?? ''] as const);
  const bytes = await listDocument(ctx, { kind: 'contacts', plan, activity, date: null, rows });
  const kept = await keepMedia(ctx, { owner: actor.id, name: 'contacts.pdf', mime: null, bytes });
  const command = { id: `grant survey ${_id} contacts ${contactEvidence.length + 1}`, actor };
  return sendEvidence(ctx, command, {
    ...{ project, ...asked, alsoServes: [], kind: 'document', media: [kept._id], link: null },
    ...{ quantity: 1, people: null, date: localDate(ctx.clock.now()), place: null },
    ...{ participant: null, note: null },
  });
}
