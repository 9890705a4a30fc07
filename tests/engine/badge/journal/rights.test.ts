// Rights over one's data: what a journal keeps is handed out, and goes with the person; reminders by the schedule.
import { expect, it } from 'vitest';
import { localDate } from '../../../../engine/kernel/calendar.ts';
import { DAY } from '../../../../engine/kernel/clock.ts';
import { journalRecord } from '../../../../engine/programmes/badge/journal/record.ts';
import { personal } from '../../../../engine/programmes/badge/personal.ts';
import {
  askExcuse,
  assignExpert,
  decideEntry,
  entryOf,
  openDispute,
  sendMessage,
  weekOf,
  writeConclusion,
  writeEntry,
  writeLog,
} from '../../../../engine/programmes/badge/programme.ts';
import { newBadgeStaff, REGION } from '../../../support/badge/cast.ts';
import { approved, lesson, newJournal } from '../../../support/badge/journal.ts';
import { newCommand, newStaff, unwrap } from '../../../support/credit/cast.ts';
import { withEngine } from '../../../support/fixtures/with-engine.ts';

const stage = withEngine();
const SECRET = 'Құпия сөздер осында жазылған';

it('hands everything out, and keeps nobody’s words once they are erased', async () => {
  const { ctx } = stage;
  const staff = await newBadgeStaff(ctx);
  const expert = await newStaff(ctx, 'expert', [{ role: 'expert', scope: `region:${REGION}` }]);
  unwrap(await assignExpert(ctx, newCommand(staff.operator), { mentor: staff.mentor.id, expert: expert.id }));
  const { person, participation } = await newJournal(ctx, staff);
  stage.clock.advance(DAY);
  const by = () => newCommand(person);
  const draft = { ...lesson(localDate(stage.clock.now())), text: SECRET };
  const id = unwrap(await writeEntry(ctx, by(), participation, draft));
  unwrap(await decideEntry(ctx, newCommand(staff.mentor), id, { how: 'returned', words: SECRET }));
  unwrap(await openDispute(ctx, by(), id, SECRET));
  unwrap(await sendMessage(ctx, by(), participation, { text: SECRET }));
  unwrap(await sendMessage(ctx, newCommand(staff.mentor), participation, { text: SECRET }));
  const weeks = [weekOf(localDate(stage.clock.now()))];
  unwrap(await askExcuse(ctx, by(), participation, { weeks, reason: 'other', note: SECRET }));
  const about = { about: 'participation', subject: participation, text: SECRET } as const;
  unwrap(await writeLog(ctx, newCommand(expert), about));
  unwrap(await writeConclusion(ctx, newCommand(expert), { participation, text: SECRET }));

  const record = JSON.stringify(await journalRecord(ctx, person.id));
  expect(record.split(SECRET).length - 1).toBeGreaterThanOrEqual(6);
  expect(record).not.toContain(staff.mentor.id);
  const documents = await personal.documents(ctx, person.id);
  expect(documents).toContain(`badge_entries/${id}`);

  await personal.erasing.end(ctx, person.id);
  for (const _ of [1, 2]) await personal.erasing.erase(ctx, person.id);
  for (const name of ['badge_entries', 'badge_excuses', 'badge_messages', 'badge_logs', 'badge_letters']) {
    const all = await ctx.db.collection(name).find({}).toArray();
    expect(all.length).toBeGreaterThan(0);
    expect(JSON.stringify(all)).not.toContain(SECRET);
  }
  // What was counted stays countable under the meaningless id.
  expect(await entryOf(ctx, id)).toMatchObject({ minutes: 60, state: 'returned', text: '' });
});

it('reminds on Sunday of what the schedule has and the journal lacks, week after week', async () => {
  const { ctx, clock } = stage;
  const staff = await newBadgeStaff(ctx);
  const own = await newJournal(ctx, staff);
  await stage.carryOn();
  const lacking = async () => {
    const { told } = await stage.carryOn();
    const [notice] = told.filter(({ message }) => message.texts[0]?.key === 'badge-journal:notice.week-ends');
    return notice?.message.texts.slice(1).map(({ params }) => [params?.direction, params?.left]) ?? null;
  };
  // From Monday 5 October to Saturday: nothing yet.
  clock.advance(5 * DAY);
  expect(await lacking()).toBeNull();
  await approved(ctx, staff, own, lesson(localDate(clock.now()), 40, 'sport'));
  await approved(ctx, staff, own, lesson(localDate(clock.now()), 60, 'talent'));
  clock.advance(DAY);
  expect(await lacking()).toEqual([
    ['sport', 20],
    ['heritage', 60],
    ['volunteering', 60],
  ]);
  expect(await lacking()).toBeNull();
  clock.advance(7 * DAY);
  expect(await lacking()).toHaveLength(4);
});
