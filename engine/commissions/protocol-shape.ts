// The shape of a protocol: plain JSON, every text by key, so that a layout renders it in any language. Persons stand in it
// by id; whoever lays it out knows their names. Nothing in it tells in which order members, conflicts and votes arrived.
import Type, { type Static } from 'typebox';

const Text = Type.Object({
  key: Type.String(),
  params: Type.Optional(
    Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])),
  ),
});
const maybe = <T extends Parameters<typeof Type.Array>[0]>(type: T) => Type.Union([Type.Null(), type]);

/** `exact` as `n/d`, `shown` rounded to the question's decimals, with a point. */
const Figure = Type.Object({ exact: Type.String(), shown: Type.String() });

const ProtocolMember = Type.Object({
  person: Type.String(),
  /** Whom they stand for. */
  kind: Text,
  represents: Type.String(),
  chairs: Type.Boolean(),
  /** Civil dates. */
  invitedOn: Type.String(),
  joinedOn: maybe(Type.String()),
  leftOn: maybe(Type.String()),
  /** Of their own will, removed or replaced. */
  left: maybe(Text),
});

const ProtocolVoter = Type.Object({
  person: Type.String(),
  /** Voted, abstained, or did not take part. */
  part: Text,
  verdict: maybe(Text),
  scores: Type.Array(Type.Object({ criterion: Type.String(), score: Type.Integer() })),
  total: maybe(Figure),
  note: maybe(Text),
});

const ProtocolCase = Type.Object({
  case: Type.String(),
  subject: Type.String(),
  question: Type.String(),
  title: Text,
  closedOn: maybe(Type.String()),
  facts: Type.Array(Type.Object({ name: Type.String(), value: Type.Union([Type.Integer(), Type.String()]) })),
  recused: Type.Array(Type.Object({ person: Type.String(), ground: Text })),
  voters: Type.Array(ProtocolVoter),
  /** Quorum, votes, abstentions; for and against where a majority decides. Empty for a withdrawn case. */
  counts: Type.Array(Text),
  total: maybe(Figure),
  criteria: Type.Array(Type.Object({ criterion: Type.String(), mean: Figure, top: Type.Integer() })),
  outcome: Text,
});

const ProtocolRanking = Type.Object({
  question: Type.String(),
  title: Text,
  rows: Type.Array(
    Type.Object({
      rank: Type.Integer(),
      case: Type.String(),
      subject: Type.String(),
      total: Figure,
      outcome: Text,
      /** Which tie-break set it apart from the row before. */
      brokenBy: maybe(Text),
    }),
  ),
});

export const Protocol = Type.Object({
  format: Type.Literal('qadam.commission-protocol/1'),
  title: Text,
  commission: Type.String(),
  purpose: Type.String(),
  scope: Type.String(),
  sitting: Type.String(),
  number: Type.Integer({ minimum: 1 }),
  openedOn: Type.String(),
  concludedOn: Type.String(),
  /** The protocol that this one takes the place of, and what was reopened why. */
  replaces: maybe(
    Type.Object({
      text: Text,
      hash: Type.String(),
      reopened: Type.Array(Type.Object({ case: Type.String(), reason: Type.String() })),
    }),
  ),
  composition: Type.Object({ title: Text, members: Type.Array(ProtocolMember) }),
  rule: Type.Object({
    title: Text,
    lines: Type.Array(Text),
    questions: Type.Array(Type.Object({ question: Type.String(), title: Text, lines: Type.Array(Text) })),
  }),
  cases: Type.Object({ title: Text, list: Type.Array(ProtocolCase) }),
  rankings: Type.Object({ title: Text, list: Type.Array(ProtocolRanking) }),
});

export type Protocol = Static<typeof Protocol>;
export type ProtocolMember = Static<typeof ProtocolMember>;
export type ProtocolVoter = Static<typeof ProtocolVoter>;
export type ProtocolCase = Static<typeof ProtocolCase>;
export type ProtocolRanking = Static<typeof ProtocolRanking>;
export type Figure = Static<typeof Figure>;
