// What waits for a member of staff, oldest first: the same review items that arrive as cards.
import { trusted } from 'mongoose';
import { type Actor, holds, scopesOf } from '../../../kernel/actor.ts';
import { mayAccredit } from '../../../organisations/accreditation.ts';
import { organisations } from '../../../organisations/store.ts';
import type { EngineContext } from '../../context.ts';
import { activeCreditStates } from '../states.ts';
import { type CreditStudent, payouts, recredits, students } from '../store.ts';

export const reviewKinds = ['accreditation', 'interview', 'hours', 'report', 'payout', 'recredit'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

export interface ReviewItem {
  readonly kind: ReviewKind;
  /** Organisation, interview, entry or credit: what the card's buttons carry. */
  readonly id: string;
  readonly since: Date;
}

export async function queueOf(ctx: EngineContext, actor: Actor): Promise<readonly ReviewItem[]> {
  const parts = await Promise.all([
    accreditations(ctx, actor),
    hosted(ctx, actor),
    money(ctx, actor),
    rights(ctx, actor),
  ]);
  return parts.flat().sort((a, b) => a.since.getTime() - b.since.getTime());
}

async function accreditations(ctx: EngineContext, actor: Actor): Promise<ReviewItem[]> {
  const scopes = scopesOf(actor, 'accreditor');
  if (scopes.length === 0) return [];
  const waiting = await organisations.on(ctx.db).find({ accreditation: 'applied' }).lean();
  const mine = waiting.filter((each) => mayAccredit(actor, each));
  return mine.map((each) => ({ kind: 'accreditation', id: each._id, since: each.createdAt }));
}

/** Interviews, hours and reports at the organisations where the actor coordinates or is head. */
async function hosted(ctx: EngineContext, actor: Actor): Promise<ReviewItem[]> {
  const heads = organisationsOf(actor, 'head');
  const hosts = new Set([...heads, ...organisationsOf(actor, 'coordinator')]);
  if (hosts.size === 0) return [];
  const ids = trusted({ $in: [...hosts] });
  const of = { $or: [{ 'interviews.organisationId': ids }, { 'credits.organisationId': ids }] };
  const found = (await students
    .on(ctx.db)
    .find(of as never)
    .lean()) as CreditStudent[];
  return found
    .filter((each) => each._id !== actor.id)
    .flatMap((each) => itemsOf(each, hosts, new Set(heads)));
}

const organisationsOf = (actor: Actor, role: 'head' | 'coordinator'): string[] =>
  scopesOf(actor, role).map((scope) => scope.replace(/^organisation:/, ''));

function itemsOf(
  student: CreditStudent,
  hosts: ReadonlySet<string>,
  heads: ReadonlySet<string>,
): ReviewItem[] {
  const interviews = student.interviews
    .filter((each) => each.state === 'booked' && hosts.has(each.organisationId))
    .map((each): ReviewItem => ({ kind: 'interview', id: each.id, since: each.bookedAt }));
  const active = student.credits.filter((each) => activeCreditStates.includes(each.state));
  const hours = active
    .filter((each) => hosts.has(each.organisationId))
    .flatMap((each) => each.entries.filter((entry) => entry.state === 'reported'))
    .map((entry): ReviewItem => ({ kind: 'hours', id: entry.id, since: entry.reportedAt }));
  const reports = active.flatMap((each): ReviewItem[] =>
    each.state === 'report-sent' && each.report && heads.has(each.organisationId)
      ? [{ kind: 'report', id: each.id, since: each.report.sentAt }]
      : [],
  );
  return [...interviews, ...hours, ...reports];
}

async function money(ctx: EngineContext, actor: Actor): Promise<ReviewItem[]> {
  if (!holds(actor, 'financial-centre', 'all')) return [];
  const ordered = await payouts
    .on(ctx.db)
    .find({ state: trusted({ $in: ['ordered', 'failed'] }) } as never)
    .lean();
  return ordered.map((each) => ({ kind: 'payout', id: each._id, since: each.orderedAt }));
}

async function rights(ctx: EngineContext, actor: Actor): Promise<ReviewItem[]> {
  const scopes = scopesOf(actor, 'registrar').map((scope) => scope.replace(/^university:/, ''));
  if (scopes.length === 0) return [];
  const mine = scopes.includes('all') ? {} : { universityId: trusted({ $in: scopes }) };
  const requested = await recredits
    .on(ctx.db)
    .find({ state: 'requested', ...mine } as never)
    .lean();
  return requested.map((each) => ({
    kind: 'recredit',
    id: each._id,
    since: each.requestedAt ?? each.createdAt,
  }));
}
