// Everything that is kept of one person, by all parts together: the right of access. Entered by the secure page of the
// person (api/forms/record.ts) and by the API for operators. Names of others never stand in it, only their ids.
import { trusted } from 'mongoose';
import { consoleSessions, signInCodes } from '../access/store.ts';
import { appealsRecord } from '../appeals/personal.ts';
import { commissionsRecord } from '../commissions/personal.ts';
import { certificatesRecord } from '../documents/certificates/personal.ts';
import { type Command, holds } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import { filesOf } from '../media/owned-files.ts';
import type { Spoken } from '../notify/erase.ts';
import { deliveriesRecord } from '../notify/record.ts';
import { organisations } from '../organisations/store.ts';
import { noteOnPerson } from '../people/note.ts';
import { stubsOf } from '../people/reach.ts';
import { peopleRecord } from '../people/record.ts';
import { type Person, people } from '../people/store.ts';
import { absenceRecord } from '../reviews/absence/personal.ts';
import { audits } from '../store/audit.ts';
import { chatsRecord } from '../store/chat-record.ts';
import { timers } from '../store/timers.ts';
import { surveysRecord } from '../surveys/personal.ts';
import type { EngineContext } from './context.ts';
import { spokenOf } from './spoken.ts';

/** Of what grows for ever the newest so many go along; `cut` names the lists that were longer. */
const MOST = 10_000;

/** @returns null for an id that is nobody's */
export async function personalRecord(ctx: EngineContext, personId: string) {
  const person: Person | null = await people.on(ctx.db).findById(personId).lean();
  if (!person) return null;
  const spoken = await spokenOf(ctx, person);
  const long = {
    ...(await chatsRecord(ctx, spoken.chats, MOST)),
    ...(await deliveriesRecord(ctx, spoken, MOST)),
    audit: await auditOf(ctx, spoken),
  };
  return {
    format: 'qadam.record/1',
    madeAt: ctx.clock.now(),
    person: personId,
    cut: Object.entries(long).flatMap(([name, list]) => (list.length === MOST ? [name] : [])),
    ...(await peopleRecord(ctx, person)),
    organisations: await organisationsOf(ctx, personId),
    commissions: await commissionsRecord(ctx, personId),
    programmes: await programmesOf(ctx, personId),
    absence: await absenceRecord(ctx, personId),
    appeals: await appealsRecord(ctx, personId),
    surveys: await surveysRecord(ctx, personId),
    certificates: await certificatesRecord(ctx, personId),
    dueDates: await dueDatesOf(ctx, spoken),
    signIns: await signInsOf(ctx, personId),
    files: (await allFilesOf(ctx, personId)).map((file) => ({ ...file, path: pathOf(file) })),
    ...long,
  };
}

/** The same, for an operator who answers a person's request; that it was read is noted first. @throws AppError */
export async function recordForOperator(ctx: EngineContext, command: Command, personId: string) {
  if (!holds(command.actor, 'operator', 'all')) throw new AppError('forbidden', 'copies are for operators');
  if (await people.on(ctx.db).exists({ _id: personId }))
    await noteOnPerson(ctx, command, personId, 'record read', {});
  const record = await personalRecord(ctx, personId);
  if (!record) throw new AppError('not-found', `person ${personId} does not exist`);
  return record;
}

/** Where a file lies in the archive. The id keeps two of one name apart. */
export const pathOf = ({ _id, name }: { readonly _id: string; readonly name: string }): string =>
  `files/${_id}-${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')}`;

/** Also what came by an account that was merged to this one. */
async function allFilesOf(ctx: EngineContext, personId: string) {
  const accounts = [personId, ...(await stubsOf(ctx, personId))];
  return (await Promise.all(accounts.map((each) => filesOf(ctx, each)))).flat();
}

async function programmesOf(ctx: EngineContext, personId: string): Promise<Record<string, unknown>> {
  const kept = ctx.programmes.map(
    async ({ id, personal }) => [id, await personal.record(ctx, personId)] as const,
  );
  return Object.fromEntries(await Promise.all(kept));
}

/** What happened to the person's own documents, and what they did elsewhere; of others' documents the act alone. */
async function auditOf(ctx: EngineContext, { person, documents }: Spoken) {
  const own = new Set(documents);
  const about = { $or: [{ document: trusted({ $in: [...own] }) }, { actor: `person:${person}` }] };
  const found = await audits
    .on(ctx.db)
    .find(about as never)
    .sort({ at: -1 })
    .limit(MOST)
    .lean();
  return found.map(({ id, document, at, actor, action, fields, details }) => ({
    ...{ id, at, actor, action, document },
    ...(own.has(document) && { fields, details }),
  }));
}

async function organisationsOf(ctx: EngineContext, headId: string) {
  const bookkeeping = { applied: 0, audit: 0, outbox: 0, searchName: 0, v: 0 };
  return organisations.on(ctx.db).find({ headId }, bookkeeping).lean();
}

async function dueDatesOf(ctx: EngineContext, { items }: Spoken) {
  const about = { 'data.id': { $in: [...items] } };
  const found = await timers.on(ctx.db).collection.find(about).sort({ dueAt: 1 }).toArray();
  return found.map(({ _id, kind, dueAt, state }) => ({ id: String(_id), kind, dueAt, state }));
}

/** Secrets and their hashes stay here: they would open a session. */
async function signInsOf(ctx: EngineContext, person: string) {
  const sessions = await consoleSessions.on(ctx.db).find({ person }, { tokenHash: 0, roles: 0 }).lean();
  const codes = await signInCodes
    .on(ctx.db)
    .find({ person }, { createdAt: 1, expiresAt: 1, usedAt: 1 })
    .lean();
  return { sessions, codes };
}
