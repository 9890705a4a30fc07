// Several subscribers to one event: each acts once, in order, whichever fail; only those that failed are run again.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { carrier } from '../../../engine/jobs/carrier.ts';
import { eventHandlings } from '../../../engine/jobs/handlings.ts';
import { deliveries } from '../../../engine/notify/store.ts';
import { on } from '../../../engine/parts/part.ts';
import { relayOutbox } from '../../../engine/store/outbox.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import {
  addPerson,
  moveTicket,
  openStage,
  personOf,
  type Stage,
  tellMoved,
  ticketMoved,
  ticketProgramme,
  tickets,
  waitingOutboxes,
} from './stage.ts';

let stage: Stage;
let ran: string[];
let broken: Set<string>;
beforeEach(async () => {
  stage = await openStage(emptyDatabase(), () => undefined);
  ran = [];
  broken = new Set();
  await addPerson(stage.ctx, 0);
});
afterEach(() => stage.close());

const acts = (name: string) => async () => {
  ran.push(name);
  if (broken.has(name)) throw new Error(`${name} is broken`);
};

const announcing = ticketProgramme({
  events: [
    on(ticketMoved, {
      follow: { first: acts('first'), second: acts('second') },
      notify: { person: tellMoved },
    }),
  ],
});
const other = ticketProgramme({
  id: 'other',
  owners: [],
  events: [],
  subscriptions: [on(ticketMoved, { follow: { third: acts('third') }, notify: { person: tellMoved } })],
});

const carry = async () => {
  const relay = carrier(stage.ctx, eventHandlings([announcing, other]), () => undefined);
  return (await relayOutbox(stage.ctx, tickets, relay)).failures;
};
const told = async () =>
  (await deliveries.on(stage.ctx.db).find({}, { _id: 1 }).sort({ _id: 1 }).lean()).map(({ _id }) => _id);

const EVENT = 'test_tickets/ticket-0/2.1';
const NOTICES = [`${EVENT}/other.person/${personOf(0)}/1`, `${EVENT}/test.person/${personOf(0)}/1`];

it('all act in the declared order, those of other parts last, and each notifies for itself', async () => {
  await moveTicket(stage.ctx, 0, 1);
  expect(await carry()).toEqual([]);
  expect(ran).toEqual(['first', 'second', 'third']);
  expect(await told()).toEqual(NOTICES);
  expect(await waitingOutboxes(stage.ctx)).toBe(0);
});

it('one that fails holds up no other, and is run again alone until it succeeds', async () => {
  await moveTicket(stage.ctx, 0, 1);
  broken.add('second');
  expect(await carry()).toMatchObject([{ item: EVENT, error: { message: 'second is broken' } }]);
  expect(ran).toEqual(['first', 'second', 'third']);
  expect(await told()).toEqual(NOTICES);
  await carry();
  expect(ran.slice(3)).toEqual(['second']);
  broken.clear();
  expect(await carry()).toEqual([]);
  expect(ran.slice(4)).toEqual(['second']);
  expect(await waitingOutboxes(stage.ctx)).toBe(0);
});

it('several that fail are told together, and those that are done meanwhile stay done', async () => {
  await moveTicket(stage.ctx, 0, 1);
  for (const name of ['first', 'third']) broken.add(name);
  expect(await carry()).toMatchObject([{ error: { message: 'first is broken; third is broken' } }]);
  broken.delete('first');
  expect(await carry()).toMatchObject([{ error: { message: 'third is broken' } }]);
  broken.clear();
  expect(await carry()).toEqual([]);
  expect(ran).toEqual(['first', 'second', 'third', 'first', 'third', 'third']);
});

it('the events behind one that failed wait for it, each with its own record of who is done', async () => {
  await moveTicket(stage.ctx, 0, 2);
  broken.add('second');
  await carry();
  broken.clear();
  expect(await carry()).toEqual([]);
  expect(ran).toEqual(['first', 'second', 'third', 'second', 'first', 'second', 'third']);
});

it('a payload that does not fit its declaration is an error that names the place', async () => {
  await moveTicket(stage.ctx, 0, 1);
  const damaged = { $set: { 'outbox.$.data.number': 'one' } };
  await tickets
    .on(stage.ctx.db)
    .collection.updateOne({ _id: 'ticket-0' as never, 'outbox.id': EVENT }, damaged);
  expect(await carry()).toMatchObject([
    { error: { message: expect.stringContaining('test.ticket-moved/number') } },
  ]);
  // It reaches no subscriber: none is handed what it does not expect.
  expect(ran).toEqual([]);
});
