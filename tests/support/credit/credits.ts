// Credits, entries, interviews and decisions as data: a credit of twenty hours that was begun a month ago, unless told otherwise.
import { nanoid } from 'nanoid';
import type { Credit, Entry, Interview } from '../../../engine/programmes/credit/store.ts';
import { BIN } from './cast.ts';

export function aCredit(wish: Partial<Credit> = {}): Credit {
  const id = nanoid(8);
  return {
    ...{ id, interviewId: id, projectId: 'project', organisationId: BIN, target: 20, year: 2026 },
    ...{ startedOn: '2026-09-05', state: 'working', entries: [], report: null, entitlement: null },
    admission: null,
    ...wish,
  };
}

export const anEntry = (wish: Partial<Entry> = {}): Entry => ({
  ...{ id: nanoid(8), date: '2026-10-01', start: '10:00', minutes: 60, what: 'Кітап оқыдық', media: [] },
  ...{ state: 'reported', reportedAt: new Date('2026-10-01T09:00:00Z') },
  ...{ decidedBy: null, decidedAt: null, reason: null },
  ...wish,
});

export const entitlement = {
  ...{ payoutTenge: 20_000, academicCredits: 2, receipt: null },
  at: new Date('2026-10-04T06:00:00Z'),
};

export const anInterview = (wish: Partial<Interview> = {}): Interview => ({
  ...{ id: nanoid(8), projectId: 'project', organisationId: BIN, slotId: 'slot' },
  ...{
    startsAt: new Date('2026-10-06T10:00:00Z'),
    state: 'booked',
    bookedAt: new Date('2026-10-01T09:00:00Z'),
  },
  ...{ answerBy: null, placeHolder: null, decidedBy: null, decidedAt: null, reason: null },
  ...wish,
});
