// A name that two jobs have, and an event or timer that nobody or two declare, stop the start.
import { describe, expect, it } from 'vitest';
import { eventHandlings, timerHandlers } from '../../../engine/jobs/handlings.ts';
import { registerJobs } from '../../../engine/jobs/registry.ts';
import { on } from '../../../engine/parts/part.ts';
import { programmes } from '../../../engine/programmes/registry.ts';
import { partsOf } from '../../../engine/programmes/rooms.ts';
import { event } from '../../../engine/store/event.ts';
import { Moved, tellMoved, ticketMoved, ticketProgramme } from './stage.ts';

const run = async () => undefined;

describe('the registry of recurring jobs', () => {
  it('takes each job by its name', () => {
    const jobs = registerJobs([{ name: 'sweep', every: 1_000, run }]);
    expect(jobs.get('sweep')).toEqual({ name: 'sweep', every: 1_000, run });
  });

  it('refuses two jobs of one name', () => {
    const sweep = { name: 'sweep', every: 1, run };
    expect(() => registerJobs([sweep, { ...sweep, every: 2 }])).toThrow('two jobs are called sweep');
  });
});

describe('the parts together', () => {
  const heard = event('test.heard-of', Moved);

  it('declare an event once', () => {
    const both = [ticketProgramme(), ticketProgramme({ id: 'other' })];
    expect(() => eventHandlings(both)).toThrow('event declared twice: test.ticket-moved');
  });

  it('subscribe to declared events only', () => {
    const part = ticketProgramme({ subscriptions: [on(heard, { notify: { person: tellMoved } })] });
    expect(() => eventHandlings([part])).toThrow(
      'test subscribes to an event that no part declares: test.heard-of',
    );
  });

  it('name each subscriber of an event once', () => {
    const subscribers = { follow: { person: async () => undefined }, notify: { person: tellMoved } };
    const part = ticketProgramme({ events: [on(heard, subscribers)] });
    expect(() => eventHandlings([part])).toThrow('two subscribers to test.heard-of are called test.person');
  });

  it('put whoever announces an event before the others', () => {
    const subscriptions = [on(ticketMoved, { follow: { later: async () => undefined } })];
    const other = ticketProgramme({ id: 'other', events: [], subscriptions });
    const handlings = eventHandlings([other, ticketProgramme()]);
    expect(handlings.get('test.ticket-moved')?.map(({ name }) => name)).toEqual([
      'test.person',
      'other.later',
    ]);
  });

  it('may not handle one timer twice', () => {
    const timers = { 'test.remind': async () => [] };
    const both = [ticketProgramme({ timers }), ticketProgramme({ id: 'other', events: [], timers })];
    expect(() => timerHandlers(both)).toThrow('timer with two handlers: test.remind');
  });

  it('are the product without a fault', () => {
    expect(eventHandlings(partsOf({ programmes })).size).toBeGreaterThan(40);
    expect(timerHandlers(partsOf({ programmes })).has('people.check-signature')).toBe(true);
  });
});
