// The deliveries: every message that is sent later or to someone else, with what became of it.
// Written by plan.ts, settle.ts and progress.ts only; kept as the record that a person was told.
import Type from 'typebox';
import { textIndex } from '../store/indexes.ts';
import { collection, Instant, Json, oneOf } from '../store/model.ts';

/** In the order in which they go: people who are talking first, what everyone is told last. */
export const deliveryKinds = ['reply', 'settle', 'send', 'announcement'] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

const nullableText = Type.Union([Type.Null(), Type.String()]);

/** How a delivery ends that did not arrive; an operator may send it again. */
export const endedUnsent = ['failed', 'blocked', 'gave-up'] as const;

export const deliveries = collection(
  'deliveries',
  Type.Object({
    /** `<event id>/<person>/<n>`: the same thing is told to the same person once. */
    _id: Type.String(),
    /**
     * `send`: a notice. `settle`: put in the place of a sent one. `reply`: an answer that its receiver could not send.
     * `announcement`: a notice to very many.
     */
    kind: oneOf(deliveryKinds),
    /** The kind's place among the kinds. */
    rank: Type.Integer(),
    person: nullableText,
    desk: Type.String(),
    /** Where it lies or must go; null while any chat of the person at the desk will do. */
    chat: nullableText,
    message: Json,
    /** What the choice buttons of a reply answer; empty for notices. */
    tag: Type.String(),
    step: Type.String(),
    /** For a chat whose person is not known yet; otherwise the person's own language counts. */
    language: nullableText,
    card: nullableText,
    /** The delivery that a `settle` stands in for. */
    replaces: nullableText,
    /** Settlements that were put into `message` before it went out. */
    settlements: Type.Array(Type.String()),
    /** Grows with each change of `message`, so that a send under way notices. */
    rev: Type.Integer(),
    state: Type.Union([
      Type.Literal('waiting'),
      Type.Literal('sent'),
      Type.Literal('failed'),
      Type.Literal('blocked'),
      Type.Literal('gave-up'),
      Type.Literal('superseded'),
    ]),
    attempts: Type.Integer(),
    notBefore: Instant,
    /** Waits for the end of its reader's quiet hours. */
    mayWait: Type.Optional(Type.Boolean()),
    /** True from the moment a send begins until its outcome is known: it may have arrived. */
    unsure: Type.Boolean(),
    messageId: nullableText,
    /** Files of the message that lie in the chat already, from a send that broke off after them. */
    shown: Type.Optional(Type.Integer()),
    /** A reply in the place of a card with the same files, which stay there. */
    sameCard: Type.Optional(Type.Boolean()),
    error: nullableText,
    createdAt: Instant,
    endedAt: Type.Union([Type.Null(), Instant]),
  }),
  [
    {
      fields: { desk: 1, rank: 1, notBefore: 1 },
      options: { partialFilterExpression: { state: 'waiting' } },
    },
    { fields: { chat: 1, state: 1 }, replaces: 'chat_1' },
    { fields: { person: 1, createdAt: 1 }, options: { name: 'person_createdAt' } },
    textIndex('card'),
    textIndex('replaces'),
    textIndex('message.about'),
    { fields: { endedAt: 1 } },
    // Few among those that were sent, which are not in it.
    {
      fields: { state: 1, endedAt: 1 },
      options: { partialFilterExpression: { state: { $in: [...endedUnsent] } } },
    },
    { fields: { createdAt: -1, _id: -1 } },
  ],
);

export type Delivery = ReturnType<typeof deliveries.check>;

/** When a bot that was told to slow down may send again: shared by all workers. */
export const sendingSlots = collection(
  'sending_slots',
  Type.Object({ _id: Type.String(), freeAt: Instant }),
  [{ fields: { freeAt: 1 } }],
);
