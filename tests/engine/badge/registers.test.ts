// The registers that the API serves: who lists and reads which participations, with their schedules and journals.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { addDays, localDate } from '../../../engine/kernel/calendar.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import {
  listCentres,
  listJournal,
  listParticipations,
  readParticipation,
  writeEntry,
} from '../../../engine/programmes/badge/programme.ts';
import { CENTRE_BIN, newBadgeStaff, type Staff } from '../../support/badge/cast.ts';
import { type Journal, lesson, newJournal } from '../../support/badge/journal.ts';
import { newCommand, newStaff, unwrap } from '../../support/credit/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const stage = withEngine('file');
const PAGE = { limit: 10, after: null };

let staff: Staff;
let own: Journal;
let coordinator: Actor;
let elsewhere: Actor;

beforeAll(async () => {
  staff = await newBadgeStaff(stage.ctx);
  own = await newJournal(stage.ctx, staff);
  coordinator = await newStaff(stage.ctx, 'here', [{ role: 'regional-coordinator', scope: 'region:71' }]);
  elsewhere = await newStaff(stage.ctx, 'there', [{ role: 'regional-coordinator', scope: 'region:10' }]);
  stage.clock.advance(2 * DAY);
  const yesterday = addDays(localDate(stage.clock.now()), -1);
  unwrap(await writeEntry(stage.ctx, newCommand(own.person), own.participation, lesson(yesterday)));
  await stage.carryOn();
});

const listedBy = async (actor: Actor) =>
  (await listParticipations(stage.ctx, actor, {}, PAGE)).items.map(({ _id }) => _id);

describe('participations', () => {
  it('are listed by whoever has an eye on them', async () => {
    for (const actor of [staff.operator, staff.mentor, staff.head, coordinator])
      expect(await listedBy(actor)).toEqual([own.participation]);
    expect(await listedBy(elsewhere)).toEqual([]);
    await expect(listedBy(own.person)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('are found by level, state and centre', async () => {
    const found = async (filter: object) =>
      (await listParticipations(stage.ctx, staff.operator, filter, PAGE)).items.length;
    expect(await found({ level: 'bronze', state: 'active', centre: CENTRE_BIN })).toBe(1);
    expect(await found({ level: 'silver' })).toBe(0);
  });

  it('B-108: the operator reads the individual schedule and the journal', async () => {
    const read = await readParticipation(stage.ctx, staff.operator, own.participation);
    expect(read.schedule?.lines.map(({ direction }) => direction)).toContain('sport');
    const journal = await listJournal(stage.ctx, staff.operator, { participation: own.participation }, PAGE);
    expect(journal.items).toMatchObject([{ direction: 'sport', state: 'sent' }]);
    await expect(readParticipation(stage.ctx, elsewhere, own.participation)).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

it('centres are listed for the operator and the coordinators of their regions', async () => {
  const listed = async (actor: Actor) =>
    (await listCentres(stage.ctx, actor, {}, PAGE)).items.map(({ _id }) => _id);
  expect(await listed(staff.operator)).toEqual([CENTRE_BIN]);
  expect(await listed(coordinator)).toEqual([CENTRE_BIN]);
  expect(await listed(elsewhere)).toEqual([]);
  await expect(listed(staff.mentor)).rejects.toMatchObject({ code: 'forbidden' });
});
