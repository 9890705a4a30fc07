// Every event becomes its deliveries exactly once, however often, by how many and with what interruptions it is carried.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carrier, UnhandledEvent } from '../../../engine/jobs/carrier.ts';
import { eventHandlings } from '../../../engine/jobs/handlings.ts';
import { PutAside } from '../../../engine/jobs/put-aside.ts';
import { Relay } from '../../../engine/jobs/relay.ts';
import { deliveries } from '../../../engine/notify/store.ts';
import { on } from '../../../engine/parts/part.ts';
import { auditFaults } from '../../../engine/store/audit.ts';
import { event } from '../../../engine/store/event.ts';
import { type CarryEvent, relayOutbox } from '../../../engine/store/outbox.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import {
  Moved,
  moveTicket,
  openStage,
  quietLog,
  type Stage,
  ticketProgramme,
  tickets,
  waitingOutboxes,
} from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage(emptyDatabase(), () => undefined);
}, 60_000);
afterEach(() => stage.close());

/** Announced, and in no manifest. */
const unheardOf = event('test.unheard-of', Moved);

const TICKETS = 6;
const MOVES = 4;

async function moveAll(): Promise<void> {
  for (let n = 0; n < TICKETS; n += 1) await moveTicket(stage.ctx, n, MOVES);
}

const carry = (): CarryEvent => carrier(stage.ctx, eventHandlings([ticketProgramme()]), () => undefined);

const deliveryIds = async (): Promise<readonly string[]> =>
  (await deliveries.on(stage.ctx.db).find({}, { _id: 1 }).sort({ _id: 1 }).lean()).map(({ _id }) => _id);

async function expectOneEach(): Promise<void> {
  const ids = await deliveryIds();
  expect(ids).toHaveLength(TICKETS * MOVES);
  for (let n = 0; n < TICKETS; n += 1) {
    expect(ids.filter((id) => id.endsWith(`/person-${n}/1`))).toHaveLength(MOVES);
    expect(await auditFaults(stage.ctx, `test_tickets/ticket-${n}`)).toEqual([]);
  }
  expect(await waitingOutboxes(stage.ctx)).toBe(0);
}

describe('the relay', () => {
  it('plans one delivery per event and empties the outboxes', async () => {
    await moveAll();
    await new Relay(stage.ctx, [tickets], carry(), quietLog).run();
    await expectOneEach();
  });

  it('plans no second delivery when it died between carrying and removing, at every single event', async () => {
    await moveAll();
    const whole = carry();
    let deaths = 0;
    for (let dying = true; dying; ) {
      const seen = new Set<string>();
      const round = await relayOutbox(stage.ctx, tickets, async (event) => {
        await whole(event);
        if (deaths < TICKETS * MOVES && !seen.has(event.id)) {
          deaths += 1;
          seen.add(event.id);
          throw new Error('killed after carrying');
        }
      });
      dying = round.failures.length > 0;
    }
    expect(deaths).toBe(TICKETS * MOVES);
    await expectOneEach();
  });

  it('plans one delivery per event though four relays run at once', async () => {
    await moveAll();
    const relays = [1, 2, 3, 4].map(() => new Relay(stage.ctx, [tickets], carry(), quietLog));
    await Promise.all(relays.map((relay) => relay.run()));
    await relays[0]?.run();
    await expectOneEach();
  });

  it('carries the events of one document in their order', async () => {
    await moveTicket(stage.ctx, 0, 8);
    const seen: unknown[] = [];
    await relayOutbox(stage.ctx, tickets, async (event) => {
      seen.push(event.data.number);
    });
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('keeps and counts an event that no programme handles, says so loudly, and carries the others', async () => {
    await moveTicket(stage.ctx, 0, 1, unheardOf);
    await moveTicket(stage.ctx, 1, 2);
    const said: string[] = [];
    const log = { ...quietLog, error: (_: object, message: string) => said.push(message) };
    let elapsed = 0;
    const relay = new Relay(stage.ctx, [tickets], carry(), log, new PutAside(() => elapsed));
    await relay.run();
    expect(relay.counts).toMatchObject({ failed: 1, unhandled: 1 });
    expect(said).toEqual(['an event has no handler and waits']);
    expect(await deliveryIds()).toHaveLength(2);
    await relay.run();
    expect(relay.counts.failed).toBe(1);
    elapsed = 1_000;
    await relay.run();
    expect(relay.counts.unhandled).toBe(2);
    expect(await waitingOutboxes(stage.ctx)).toBe(1);
    const events = [on(unheardOf), ...ticketProgramme().events];
    const later = carrier(stage.ctx, eventHandlings([ticketProgramme({ events })]), () => undefined);
    await new Relay(stage.ctx, [tickets], later, quietLog).run();
    expect(await waitingOutboxes(stage.ctx)).toBe(0);
  });

  it('carries at once what nudges name and searches for nothing else; the sweep finds the rest', async () => {
    await moveAll();
    const relay = new Relay(stage.ctx, [tickets], carry(), quietLog);
    for (const id of ['ticket-1', 'ticket-4', 'ticket-1', 'ticket-that-never-was']) {
      relay.nudge({ owner: tickets.name, id });
    }
    relay.nudge({ owner: 'test_of_another_worker', id: 'ticket-2' });
    await relay.idle();
    expect((await deliveryIds()).every((id) => /person-[14]\/1$/.test(id))).toBe(true);
    expect(await waitingOutboxes(stage.ctx)).toBe(TICKETS - 2);
    await relay.run();
    await expectOneEach();
  });

  it('leaves a named document alone while it is put aside', async () => {
    await moveTicket(stage.ctx, 0, 1, unheardOf);
    let elapsed = 0;
    const relay = new Relay(stage.ctx, [tickets], carry(), quietLog, new PutAside(() => elapsed));
    const failuresOnceNudged = async () => {
      relay.nudge({ owner: tickets.name, id: 'ticket-0' });
      await relay.idle();
      return relay.counts.failed;
    };
    expect(await failuresOnceNudged()).toBe(1);
    expect(await failuresOnceNudged()).toBe(1);
    elapsed = 1_000;
    expect(await failuresOnceNudged()).toBe(2);
  });

  it('carries what lies behind more broken documents than fit a round', async () => {
    for (let n = 0; n < 5; n += 1) await moveTicket(stage.ctx, n, 1, unheardOf);
    await moveTicket(stage.ctx, 9, 1);
    const broken = ['ticket-0', 'ticket-1', 'ticket-2', 'ticket-3', 'ticket-4'];
    const stuck = await relayOutbox(stage.ctx, tickets, carry(), { limit: 5 });
    expect(stuck.failures.map(({ error }) => error instanceof UnhandledEvent)).toEqual(Array(5).fill(true));
    const past = await relayOutbox(stage.ctx, tickets, carry(), { limit: 5, besides: broken });
    expect(past.failures).toEqual([]);
    expect(await deliveryIds()).toHaveLength(1);
  });
});
