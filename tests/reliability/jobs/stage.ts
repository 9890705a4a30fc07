// One small programme, its people and a scripted channel: what the tests of relay, queues and deliveries play on.

import Type, { type Static } from 'typebox';
import { delivering } from '../../../bot/delivery/deliver.ts';
import { type ChannelPort, type RenderedMessage, SendFailure } from '../../../bot/dialogue/port.ts';
import type { ChatAddress } from '../../../engine/kernel/chat.ts';
import { chatKey } from '../../../engine/kernel/chat.ts';
import { type Clock, systemClock } from '../../../engine/kernel/clock.ts';
import type { Language } from '../../../engine/kernel/languages.ts';
import type { Message } from '../../../engine/kernel/message.ts';
import { ok } from '../../../engine/kernel/result.ts';
import type { Deliver } from '../../../engine/notify/progress.ts';
import { RateBook } from '../../../engine/notify/rate-book.ts';
import { rateLimiterBy } from '../../../engine/notify/rate-limiter.ts';
import { deliveries } from '../../../engine/notify/store.ts';
import { type Notify, on, type Part } from '../../../engine/parts/part.ts';
import { people } from '../../../engine/people/store.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { RuleBook } from '../../../engine/rules/rule-book.ts';
import { change, create } from '../../../engine/store/command.ts';
import { event } from '../../../engine/store/event.ts';
import { collection } from '../../../engine/store/model.ts';
import { outboxIndex, owned } from '../../../engine/store/owned.ts';
import { command } from '../../contract/store/world.ts';
import { testContext } from '../../support/engine-context.ts';
import { giveBack, openStore } from '../../support/services/fresh-database.ts';

export const tickets = collection('test_tickets', owned({ number: Type.Integer() }), [outboxIndex]);

export const quietLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Takes every message unless its script says otherwise; remembers what lies in each chat. */
export class ScriptedPort implements ChannelPort {
  readonly sent: { readonly chat: string; readonly html: string; readonly at: number }[] = [];
  readonly replaced: { readonly chat: string; readonly id: string; readonly html: string }[] = [];
  /** Called before each send; throw a SendFailure to refuse it. */
  script: (to: ChatAddress, message: RenderedMessage) => Promise<void> | void = () => undefined;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async send(to: ChatAddress, message: RenderedMessage): Promise<string> {
    await this.script(to, message);
    this.sent.push({ chat: chatKey(to), html: message.html, at: this.#clock.now().getTime() });
    return `m${this.sent.length}`;
  }

  async replace(to: ChatAddress, id: string, message: RenderedMessage): Promise<string> {
    await this.script(to, message);
    this.replaced.push({ chat: chatKey(to), id, html: message.html });
    return id;
  }

  async answerTap(): Promise<void> {}

  async remove(): Promise<boolean> {
    return false;
  }

  async fetchFile(): Promise<never> {
    throw new SendFailure('refused', 'no files here');
  }
}

export interface Stage {
  readonly ctx: EngineContext;
  readonly port: ScriptedPort;
  readonly deliver: Deliver;
  close(): Promise<void>;
}

const shown = (message: Message, language: Language): RenderedMessage => ({
  html: [
    language,
    ...message.texts.map(({ key, params }) => (params ? `${key} ${JSON.stringify(params)}` : key)),
  ].join('\n'),
  buttons: [],
  media: [],
});

export async function openStage(uri: string, nudge: () => void, clock: Clock = systemClock): Promise<Stage> {
  const db = await openStore(uri);
  const rules = new RuleBook({ catalogue: {} as never, parameters: {} as never, sets: [] });
  const links = {
    page: (path: string) => `/${path}`,
    form: (secret: string) => `/forms/${secret}`,
    start: () => '/chat',
  };
  const ctx = testContext(db, clock, { rules, links, nudge });
  const port = new ScriptedPort(clock);
  const limiter = rateLimiterBy(new RateBook(clock), async () => undefined);
  const render = async (message: Message, language: Language) => shown(message, language);
  const deliver = delivering({ ctx, portOf: () => port, render, limiter, log: quietLog });
  return { ctx, port, deliver, close: () => giveBack(db) };
}

export const Moved = Type.Object({ person: Type.String(), number: Type.Integer() });
export const ticketMoved = event('test.ticket-moved', Moved);

/** The ticket's person hears of each change. */
export const tellMoved: Notify<EngineContext, Static<typeof Moved>> = async (_ctx, { data }) => [
  {
    to: data.person,
    desk: 'participant',
    message: { texts: [{ key: 'test:moved', params: { number: data.number } }] },
  },
];

/** A part of one event, told to whom it is about. */
export function ticketProgramme(over: Partial<Part<EngineContext>> = {}): Part<EngineContext> {
  return {
    id: 'test',
    owners: [tickets],
    timers: {},
    jobs: {},
    events: [on(ticketMoved, { notify: { person: tellMoved } })],
    ...over,
  };
}

export const personOf = (n: number): string => `person-${n}`;
export const chatOf = (n: number): string => `participant.telegram.${1_000 + n}`;

/** A fictional person with one chat at the participant desk. */
export async function addPerson(
  ctx: EngineContext,
  n: number,
  language: Language = 'kk',
  chats = [chatOf(n)],
) {
  const usedAt = ctx.clock.now();
  const set = {
    name: `Test Person ${n}`,
    searchName: `test person ${n}`,
    language,
    region: null,
    phone: null,
    chats: chats.map((key) => ({ key, desk: 'participant', usedAt, reachable: true })),
    grants: [],
    consents: [],
    student: null,
    iinHash: null,
    sealedIin: null,
    sealedIban: null,
    ibanTail: null,
    demo: true,
    createdAt: usedAt,
  };
  await create(ctx, people, personOf(n), command('register'), { action: 'registered', set, result: null });
}

/** Opens a ticket and moves it `moves` times: as many events. */
export async function moveTicket(ctx: EngineContext, n: number, moves: number, moved = ticketMoved) {
  const id = `ticket-${n}`;
  await create(ctx, tickets, id, command('open'), { action: 'opened', set: { number: 0 }, result: null });
  for (let move = 1; move <= moves; move += 1) {
    const events = [moved({ person: personOf(n), number: move })];
    await change(ctx, tickets, id, command(`move-${move}`), () =>
      ok({ action: 'moved', set: { number: move }, events, result: move }),
    );
  }
}

export const statesOf = async (ctx: EngineContext): Promise<Record<string, number>> => {
  const found = await deliveries.on(ctx.db).find({}, { state: 1 }).lean();
  const counts: Record<string, number> = {};
  for (const { state } of found) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};

export const waitingOutboxes = (ctx: EngineContext): Promise<number> =>
  tickets.on(ctx.db).collection.countDocuments({ 'outbox.id': { $gt: '' } });
