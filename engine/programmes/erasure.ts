// Erasing a person, everywhere: a saga over all that is kept of them. The wish stands in their own document before
// anything is done; a recurring job takes up what broke off, and goes over everything from the beginning: every part
// tolerates that. Entered by the dialogues, the API, the worker, and whoever restores a backup.
import { consoleSessions, signInCodes } from '../access/store.ts';
import { eraseAppeals } from '../appeals/personal.ts';
import { eraseMember } from '../commissions/personal.ts';
import { eraseCertificates } from '../documents/certificates/personal.ts';
import { type Command, systemActor } from '../kernel/actor.ts';
import { DAY } from '../kernel/clock.ts';
import { type Reason, type Result, refusedFor } from '../kernel/result.ts';
import { contentsOnlyOf, deleteFilesOf } from '../media/owned-files.ts';
import { eraseDeliveries, othersWait, type Spoken } from '../notify/erase.ts';
import { eraseHead } from '../organisations/erase.ts';
import * as steps from '../people/erase.ts';
import { type Erasure, keepErasure } from '../people/erasures.ts';
import { lapseWards } from '../people/lapse-wards.ts';
import { eraseLinks } from '../people/links.ts';
import { stubsOf } from '../people/reach.ts';
import { type Person, people } from '../people/store.ts';
import { eraseAbsence } from '../reviews/absence/personal.ts';
import { eraseChats } from '../store/chat-traces.ts';
import { outboxIsEmpty } from '../store/outbox.ts';
import { redactSessionsAbout, redactSessionsUnnoted } from '../store/spoken-sessions.ts';
import { deleteWebFiles, webFilesOf } from '../store/web-files.ts';
import {
  filesSentIn,
  hideFiles,
  removeShownAbout,
  removeShownUnnoted,
  sentElsewhere,
} from '../store/web-shown.ts';
import { eraseSurveyAnswers } from '../surveys/personal.ts';
import { runMergesOf } from './account-merge.ts';
import type { EngineContext } from './context.ts';
import { chatsOf, spokenOf } from './spoken.ts';

export { type Erasure, erasuresSince } from '../people/erasures.ts';

/** Why the law makes an erasure wait; none where it may be done now. */
export async function erasureWaitsFor(ctx: EngineContext, personId: string): Promise<readonly Reason[]> {
  const all = await Promise.all(
    ctx.programmes.map(({ personal }) => personal.erasing.waitsFor(ctx, personId)),
  );
  return all.flat();
}

/** Takes the wish to be erased. Whether the actor may is checked by whoever calls. @returns the person's id */
export async function askErasure(
  ctx: EngineContext,
  command: Command,
  personId: string,
  ground = 'own-wish',
): Promise<Result<string>> {
  const reasons = await erasureWaitsFor(ctx, personId);
  return reasons.length > 0 ? refusedFor(reasons) : steps.askErasure(ctx, command, personId, ground);
}

const UNDER_WAY = { 'erasure.askedAt': { $exists: true }, 'erasure.doneAt': null };

/** Takes up every erasure that is not done. One that fails holds up no other. */
export async function finishErasures(ctx: EngineContext): Promise<void> {
  const found = await people
    .on(ctx.db)
    .collection.find(UNDER_WAY, { projection: { _id: 1 } })
    .toArray();
  const failures: unknown[] = [];
  for (const { _id } of found) await carryErasure(ctx, String(_id)).catch((error) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'erasures were not finished');
}

/**
 * Erases one person who asked for it: ends what runs, lets the events be told, then empties everything.
 * @param told whether whoever must hear of the end has to be told first
 * @returns false while it has to wait for that, or for what the law keeps
 */
export async function carryErasure(ctx: EngineContext, personId: string, told = true): Promise<boolean> {
  // What they had agreed to before comes first: the chats that it brings are erased with them.
  await runMergesOf(ctx, personId);
  const person = await people.on(ctx.db).findById(personId).lean();
  if (!person?.erasure || person.erasure.doneAt) return true;
  for (const { personal } of ctx.programmes) await personal.erasing.end(ctx, personId);
  await lapseWards(ctx, personId);
  const spoken = await spokenOf(ctx, person);
  if (told && !(await mayGoOn(ctx, person, spoken))) return false;
  await note(ctx, person);
  await eraseTraces(ctx, person, spoken);
  for (const { personal } of ctx.programmes) await personal.erasing.erase(ctx, personId);
  await steps.blankPerson(ctx, by(personId, 'blank'), personId);
  // Once more, for what was said while the first round was under way.
  await eraseSaid(ctx, spoken);
  await eraseChats(ctx, chatsOf(person));
  await steps.endErasure(ctx, by(personId, 'end'), personId);
  return true;
}

/** Carries out again what was erased after the backup that was restored. Needs no worker; tells nobody. */
export async function replayErasures(ctx: EngineContext, entries: readonly Erasure[]): Promise<void> {
  for (const entry of entries) {
    await keepErasure(ctx, entry);
    if (!(await people.on(ctx.db).exists({ _id: entry.person }))) continue;
    await steps.askErasure(ctx, by(entry.person, 'replay'), entry.person, 'restored');
    await carryErasure(ctx, entry.person, false);
  }
}

const by = (personId: string, what: string): Command => ({
  id: `erase/${personId}/${what}`,
  actor: systemActor,
});

/** A messenger that is away for longer than this holds up no erasure. */
const PATIENCE = DAY;

/** Whoever must hear of the end has heard it, and the law does not make it wait. */
async function mayGoOn(ctx: EngineContext, { _id, erasure }: Person, spoken: Spoken): Promise<boolean> {
  if ((await erasureWaitsFor(ctx, _id)).length > 0) return false;
  if (!(await outboxIsEmpty(ctx, spoken.documents))) return false;
  const since = ctx.clock.now().getTime() - (erasure?.askedAt.getTime() ?? 0);
  return since > PATIENCE || !(await othersWait(ctx, spoken));
}

async function note(ctx: EngineContext, { _id, iinHash, erasure }: Person): Promise<void> {
  const counting = await Promise.all(ctx.programmes.map(({ personal }) => personal.erasing.counts(ctx, _id)));
  const at = (erasure?.askedAt ?? ctx.clock.now()).toISOString();
  const by = erasure?.askedBy ?? 'system:system';
  await keepErasure(ctx, { person: _id, at, by, iinHash: counting.includes(true) ? iinHash : null });
  // A backup may hold the merged accounts as they were before.
  for (const stub of await stubsOf(ctx, _id)) await keepErasure(ctx, { person: stub, at, by, iinHash: null });
}

async function eraseTraces(ctx: EngineContext, person: Person, spoken: Spoken): Promise<void> {
  const { _id } = person;
  const { chats } = spoken;
  for (const each of [_id, ...(await stubsOf(ctx, _id))]) await eraseFiles(ctx, each, chats);
  await eraseDeliveries(ctx, spoken);
  await eraseSaid(ctx, spoken);
  await eraseLinks(ctx, _id, chats);
  await eraseHead(ctx, _id);
  await eraseCertificates(ctx, _id);
  await eraseSurveyAnswers(ctx, _id);
  await eraseMember(ctx, _id);
  await eraseAbsence(ctx, _id);
  await eraseAppeals(ctx, _id);
  await consoleSessions.on(ctx.db).deleteMany({ person: _id });
  await signInCodes.on(ctx.db).deleteMany({ person: _id });
  await eraseChats(ctx, chats);
}

/** What others were shown of them. That it is known to speak of them is the only reason to take it away. */
async function eraseSaid(ctx: EngineContext, { ids }: Spoken): Promise<void> {
  await removeShownUnnoted(ctx);
  await removeShownAbout(ctx, ids);
  await redactSessionsUnnoted(ctx);
  await redactSessionsAbout(ctx, ids);
}

/** Their files wherever they are shown; one that another person sent as well stays theirs. */
async function eraseFiles(ctx: EngineContext, personId: string, chats: readonly string[]): Promise<void> {
  const kept = await webFilesOf(ctx, await contentsOnlyOf(ctx, personId));
  const found = [...new Set([...kept, ...(await filesSentIn(ctx, chats))])];
  const elsewhere = await sentElsewhere(ctx, found, chats);
  const theirs = found.filter((each) => !elsewhere.has(each));
  await hideFiles(ctx, theirs);
  await deleteWebFiles(ctx, theirs);
  await deleteFilesOf(ctx, personId);
}
