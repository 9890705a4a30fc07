// The owner documents of commissions: a commission with its members, its sittings, and each case of a sitting by itself,
// so that members who vote on different cases at the same time never wait for each other.
import Type from 'typebox';
import { AppError } from '../kernel/errors.ts';
import type { StoreContext } from '../store/context.ts';
import { type Collection, collection, Instant, nullable, oneOf } from '../store/model.ts';
import { outboxIndex, owned } from '../store/owned.ts';
import { CommissionRule, type Question } from './rule.ts';
import { Ballot, Conflict, Decided, Member, matterProperties, outcomes } from './shapes.ts';

export const commissions = collection(
  'commissions',
  owned({
    /** What it is for, in a word of the programme's. */
    purpose: Type.String(),
    /** Where: `all`, `region:<code>`. The roles of the rule's authority are held in it. */
    scope: Type.String(),
    /** As it was when the commission was formed; another rule is another commission. */
    rule: CommissionRule,
    /** Persons who keep its papers. They have no vote. */
    secretaries: Type.Array(Type.String()),
    members: Type.Array(Member),
    chair: nullable(Type.String()),
    formedBy: Type.String(),
    formedAt: Instant,
  }),
  [outboxIndex, { fields: { 'members.person': 1 } }, { fields: { secretaries: 1 } }],
);
export type Commission = ReturnType<typeof commissions.check>;

/** One decision on all cases of a sitting. What is decided anew gets the next number; the earlier ones stay. */
const Conclusion = Type.Object({
  number: Type.Integer({ minimum: 1 }),
  at: Instant,
  by: Type.String(),
  outcomes: Type.Array(
    Type.Object({
      case: Type.String(),
      subject: Type.String(),
      question: Type.String(),
      outcome: oneOf([...outcomes, 'withdrawn']),
      rank: nullable(Type.Integer()),
    }),
  ),
  /** The protocol as canonical JSON, and its SHA-256 (hex). */
  protocol: Type.String(),
  hash: Type.String(),
});

const Reopening = Type.Object({
  case: Type.String(),
  by: Type.String(),
  at: Instant,
  reason: Type.String(),
});

export const sittings = collection(
  'commission_sittings',
  owned({
    commission: Type.String(),
    state: oneOf(['open', 'concluded']),
    openedBy: Type.String(),
    openedAt: Instant,
    /** Members in office at the opening, when the composition was lawful. */
    openedWith: Type.Array(Type.Object({ person: Type.String(), kind: Type.String() })),
    /** Its cases as they were put up; their documents follow from this. */
    docket: Type.Array(Type.Object({ case: Type.String(), ...matterProperties })),
    /** What was reopened after a conclusion. */
    reopenings: Type.Array(Reopening),
    conclusions: Type.Array(Conclusion),
  }),
  [outboxIndex, { fields: { commission: 1, openedAt: -1 } }],
);
export type Sitting = ReturnType<typeof sittings.check>;
export type Conclusion = Sitting['conclusions'][number];

export const caseStates = ['open', 'closed', 'withdrawn'] as const;

export const cases = collection(
  'commission_cases',
  owned({
    commission: Type.String(),
    sitting: Type.String(),
    ...matterProperties,
    conflicts: Type.Array(Conflict),
    ballots: Type.Array(Ballot),
    state: oneOf(caseStates),
    decided: nullable(Decided),
    closedBy: nullable(Type.String()),
    closedAt: nullable(Instant),
    /** Each with what the case had come to; null where it had been withdrawn. */
    reopenings: Type.Array(
      Type.Object({ by: Type.String(), at: Instant, reason: Type.String(), before: nullable(Decided) }),
    ),
  }),
  [
    outboxIndex,
    { fields: { sitting: 1, _id: 1 } },
    { fields: { subject: 1 } },
    { fields: { 'ballots.person': 1 } },
    { fields: { 'conflicts.person': 1 } },
  ],
);
export type Case = ReturnType<typeof cases.check>;

/** The same subject comes once before a sitting with the same question. */
export const caseId = (sitting: string, subject: string, question: string): string =>
  `${sitting}:${question}:${subject}`;

/** @throws AppError `not-found` */
export const commissionOf = (ctx: StoreContext, id: string): Promise<Commission> =>
  found(ctx, commissions, id) as Promise<Commission>;
/** @throws AppError `not-found` */
export const sittingOf = (ctx: StoreContext, id: string): Promise<Sitting> =>
  found(ctx, sittings, id) as Promise<Sitting>;
/** @throws AppError `not-found` */
export const caseOf = (ctx: StoreContext, id: string): Promise<Case> =>
  found(ctx, cases, id) as Promise<Case>;

async function found(ctx: StoreContext, { raw, name }: Collection<never>, id: string): Promise<unknown> {
  const document = await raw(ctx.db).findOne({ _id: { $eq: id } } as never);
  if (!document) throw new AppError('not-found', `${name}/${id} does not exist`);
  return document;
}

/** All cases of a sitting, by id. */
export async function casesOf(ctx: StoreContext, sitting: string): Promise<readonly Case[]> {
  const list = cases.raw(ctx.db).find({ sitting: { $eq: sitting } } as never);
  return (await list.sort({ _id: 1 }).toArray()) as unknown as Case[];
}

/** @throws AppError `not-found` */
export function questionOf({ rule }: Pick<Commission, 'rule'>, id: string): Question {
  const question = rule.questions.find((each) => each.id === id);
  if (!question) throw new AppError('not-found', `the commission is not asked ${id}`);
  return question;
}

/** Cases about a subject, before whatever sitting. */
export async function casesOfSubject(ctx: StoreContext, subject: string): Promise<readonly Case[]> {
  const list = cases.raw(ctx.db).find({ subject: { $eq: subject } } as never);
  return (await list.sort({ _id: 1 }).toArray()) as unknown as Case[];
}
