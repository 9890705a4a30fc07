// The parts that programmes share, and whose outboxes, due dates and jobs the worker carries beside those of the programmes.
import { apiKeys } from '../access/store.ts';
import type { Appealable } from '../appeals/appealable.ts';
import { appealsRoom } from '../appeals/manifest.ts';
import { appealReview } from '../appeals/review.ts';
import { commissionsRoom } from '../commissions/manifest.ts';
import type { DocumentKind } from '../documents/kind.ts';
import { documentsRoom } from '../documents/manifest.ts';
import { ruleMigrations } from '../editions/migrations/store.ts';
import { ruleDrafts, rulePublications } from '../editions/store.ts';
import { type Button, text } from '../kernel/message.ts';
import { broadcastsRoom } from '../notify/broadcasts/feed-broadcasts.ts';
import { mailRoom } from '../notify/mail/send.ts';
import { smsRoom } from '../notify/sms/send.ts';
import { organisationsRoom } from '../organisations/manifest.ts';
import type { OutsideWord } from '../parts/outside-word.ts';
import type { Part } from '../parts/part.ts';
import { declaredRoles, type Roles } from '../parts/role.ts';
import type { ScopeKind } from '../parts/scope.ts';
import type { Signable } from '../parts/signable.ts';
import { peopleRoom } from '../people/manifest.ts';
import type { ProgressKind } from '../progress/kind.ts';
import { referenceRoom } from '../reference/manifest.ts';
import { declaredKinds, type ReviewKinds } from '../reviews/declared.ts';
import { reviewsRoom } from '../reviews/manifest.ts';
import { surveysRoom } from '../surveys/manifest.ts';
import { personsPart } from './persons.ts';
import type { EngineContext, Programme } from './programme.ts';
import { withTitles } from './titled-notices.ts';

/** A part that announces nothing: only its audit records are carried. */
const silent = (id: string, ...owners: readonly unknown[]): Part => ({
  id,
  owners: owners as Part['owners'],
  events: [],
  timers: {},
  jobs: {},
});

export const rooms: readonly Part<EngineContext>[] = [
  peopleRoom,
  organisationsRoom(hostingOf),
  broadcastsRoom,
  mailRoom,
  smsRoom,
  documentsRoom,
  commissionsRoom,
  surveysRoom,
  referenceRoom,
  reviewsRoom(reviewKindsOf),
  personsPart(rolesOf),
  appealsRoom(appealsOf),
  silent('access', apiKeys),
  silent('editions', ruleDrafts, rulePublications, ruleMigrations),
];

/** What the head of an accredited organisation may begin, by the programmes that work with organisations. */
function hostingOf({ programmes }: EngineContext): readonly Button[] {
  const ways = programmes.flatMap(({ desks }) => desks.staff?.hosts ?? []);
  return ways.map(({ label, go }) => ({ label: text(label), action: { go } }));
}

/** Everything that happens by itself in a process of these programmes. */
export function partsOf({ programmes }: Pick<EngineContext, 'programmes'>): readonly Part<EngineContext>[] {
  const known = partsByRegistry.get(programmes) ?? [
    ...rooms,
    ...programmes.map((each) => withTitles(each, programmes)),
  ];
  partsByRegistry.set(programmes, known);
  return known;
}

const partsByRegistry = new WeakMap<readonly Programme[], readonly Part<EngineContext>[]>();

/** What is put before somebody for a decision in a process of these programmes. @throws AppError `configuration` */
export function reviewKindsOf({ programmes }: Pick<EngineContext, 'programmes'>): ReviewKinds<EngineContext> {
  const known =
    kindsByRegistry.get(programmes) ??
    declaredKinds(partsOf({ programmes }).map(withAppeals), rolesOf({ programmes }));
  kindsByRegistry.set(programmes, known);
  return known;
}

/** What is decided, and the appeals against it. */
const withAppeals = ({ id, reviewKinds = [], appeals = [] }: Part<EngineContext>) => ({
  id,
  reviewKinds: [...reviewKinds, ...appeals.map(appealReview)],
});

/** What a person may appeal against, by the id of its review kind. */
export function appealsOf({
  programmes,
}: Pick<EngineContext, 'programmes'>): ReadonlyMap<string, Appealable<EngineContext>> {
  const known =
    appealsByRegistry.get(programmes) ??
    new Map(
      partsOf({ programmes }).flatMap(({ appeals = [] }) => appeals.map((each) => [each.kind.id, each])),
    );
  appealsByRegistry.set(programmes, known);
  return known;
}

/** Every role that can be held in a process of these programmes. @throws AppError `configuration` */
export function rolesOf({ programmes }: Pick<EngineContext, 'programmes'>): Roles<EngineContext> {
  const known = rolesByRegistry.get(programmes) ?? declaredRoles(partsOf({ programmes }));
  rolesByRegistry.set(programmes, known);
  return known;
}

/** The kinds of scopes that parts declare, by their names. */
export function scopeKindsOf({
  programmes,
}: Pick<EngineContext, 'programmes'>): ReadonlyMap<string, ScopeKind<EngineContext>> {
  const all = partsOf({ programmes }).flatMap(({ scopeKinds = [] }) => scopeKinds);
  return new Map(all.map((each) => [each.kind, each]));
}

const rolesByRegistry = new WeakMap<readonly Programme[], Roles<EngineContext>>();
const appealsByRegistry = new WeakMap<readonly Programme[], ReadonlyMap<string, Appealable<EngineContext>>>();
const kindsByRegistry = new WeakMap<readonly Programme[], ReviewKinds<EngineContext>>();

/** What is summed up of decided entries in a process of these programmes. */
export const progressKindsOf = (
  ctx: Pick<EngineContext, 'programmes'>,
): readonly ProgressKind<EngineContext>[] => partsOf(ctx).flatMap(({ progressKinds = [] }) => progressKinds);

/** What somebody without an account is asked to confirm; undefined for what no part asks. */
export const outsideWordOf = (
  ctx: Pick<EngineContext, 'programmes'>,
  id: string,
): OutsideWord<EngineContext> | undefined =>
  partsOf(ctx)
    .flatMap(({ outsideWords = [] }) => outsideWords)
    .find((each) => each.id === id);

/** What is handed out as a file; undefined for what no part has. */
export const documentKindOf = (
  ctx: Pick<EngineContext, 'programmes'>,
  id: string,
): DocumentKind<EngineContext> | undefined =>
  partsOf(ctx)
    .flatMap(({ documents = [] }) => documents)
    .find((each) => each.id === id);

/** A paper that may be signed electronically; undefined for what no part has. */
export const signableOf = (
  ctx: Pick<EngineContext, 'programmes'>,
  id: string,
): Signable<EngineContext> | undefined =>
  partsOf(ctx)
    .flatMap(({ signables = [] }) => signables)
    .find((each) => each.id === id);
