// A name with no handler, or with two, stops the start.
import { describe, expect, it } from 'vitest';
import { eventHandlings, timerHandlers } from '../../../engine/jobs/handlings.ts';
import { registerJobs } from '../../../engine/jobs/registry.ts';
import { ticketProgramme } from './stage.ts';

const run = async () => undefined;

describe('the registry of recurring jobs', () => {
  it('takes jobs that have one schedule and one handler each', () => {
    const jobs = registerJobs([{ name: 'sweep', every: 1_000 }], [{ name: 'sweep', run }]);
    expect([...jobs.keys()]).toEqual(['sweep']);
  });

  it.each([
    ['no handler', [{ name: 'sweep', every: 1 }], [], 'sweep has 1 schedules and 0 handlers'],
    [
      'two handlers',
      [{ name: 'sweep', every: 1 }],
      [
        { name: 'sweep', run },
        { name: 'sweep', run },
      ],
      '2 handlers',
    ],
    ['no schedule', [], [{ name: 'sweep', run }], 'sweep has 0 schedules and 1 handlers'],
  ])('refuses a job with %s', (_what, schedules, handlers, fault) => {
    expect(() => registerJobs(schedules, handlers)).toThrow(fault);
  });
});

describe('the programmes together', () => {
  it('may not handle one event twice', () => {
    const both = [ticketProgramme(), ticketProgramme({ id: 'other' })];
    expect(() => eventHandlings(both)).toThrow('event with two handlers: test.ticket-moved');
  });

  it('may not handle one timer twice', () => {
    const timers = { 'test.remind': async () => [] };
    const both = [ticketProgramme({ timers }), ticketProgramme({ id: 'other', events: {}, timers })];
    expect(() => timerHandlers(both)).toThrow('timer with two handlers: test.remind');
  });
});
