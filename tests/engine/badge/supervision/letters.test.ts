// What the staff write: final notes, letters, journals and pages of their own, and to whom each of it goes.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../engine/kernel/actor.ts';
import {
  assignExpert,
  lettersTo,
  logsBy,
  staffPageSeenBy,
  writeFinalNote,
  writeLog,
  writeStaffPage,
  writeToOperator,
} from '../../../../engine/programmes/badge/programme.ts';
import { participations } from '../../../../engine/programmes/badge/store.ts';
import { newBadgeStaff, REGION, type Staff } from '../../../support/badge/cast.ts';
import { type Journal, newJournal } from '../../../support/badge/journal.ts';
import { codesOf, newCommand, newStaff, unwrap } from '../../../support/credit/cast.ts';
import { withEngine } from '../../../support/fixtures/with-engine.ts';

const stage = withEngine('file');
let staff: Staff;
let own: Journal;
let expert: Actor;
let otherExpert: Actor;
let coordinator: Actor;
let farCoordinator: Actor;

beforeAll(async () => {
  const { ctx } = stage;
  staff = await newBadgeStaff(ctx);
  const expertHere = { role: 'expert', scope: `region:${REGION}` } as const;
  expert = await newStaff(ctx, 'expert', [expertHere]);
  otherExpert = await newStaff(ctx, 'other-expert', [expertHere]);
  const coordinates = (region: string) =>
    ({ role: 'regional-coordinator', scope: `region:${region}` }) as const;
  coordinator = await newStaff(ctx, 'coordinator', [coordinates(REGION)]);
  farCoordinator = await newStaff(ctx, 'far', [coordinates('19')]);
  const assigned = { mentor: staff.mentor.id, expert: expert.id };
  unwrap(await assignExpert(ctx, newCommand(coordinator), assigned));
  own = await newJournal(ctx, staff);
});

const refusing = async (given: Promise<Parameters<typeof codesOf>[0]>) => codesOf(await given);
const NOT_ALLOWED = ['common.not-allowed'];

describe('letters and journals of the staff', () => {
  it('B-66: the final note goes to the coordinator once the level has ended, and not before', async () => {
    const { ctx } = stage;
    const note = {
      participation: own.participation,
      text: 'Жүйелі жұмыс істеді',
      recommendation: 'Күміс деңгей',
    };
    expect(await refusing(writeFinalNote(ctx, newCommand(staff.mentor), note))).toEqual([
      'badge-mentor.note-too-early',
    ]);
    const ended = await newJournal(ctx, staff);
    await participations.on(ctx.db).updateOne({ _id: ended.participation }, { $set: { state: 'complete' } });
    const { participation } = ended;
    unwrap(await writeFinalNote(ctx, newCommand(staff.mentor), { ...note, participation }));
    expect(await lettersTo(ctx, { actor: coordinator }, 1)).toMatchObject([
      { kind: 'final-note', subject: participation, recommendation: 'Күміс деңгей' },
    ]);
  });

  it('B-86, B-111: the coordinator writes to the operator about their own region', async () => {
    const { ctx } = stage;
    const text = 'Өңірде байланыс жиі үзіледі';
    unwrap(await writeToOperator(ctx, newCommand(coordinator), { region: REGION, text }));
    const { told } = await stage.carryOn();
    expect(told.map(({ to }) => to)).toContain(staff.operator.id);
    expect(await lettersTo(ctx, { actor: staff.operator }, 5)).toMatchObject([{ kind: 'letter', text }]);
    for (const [by, region] of [
      [coordinator, '19'],
      [expert, REGION],
    ] as const)
      expect(await refusing(writeToOperator(ctx, newCommand(by), { region, text }))).toEqual(NOT_ALLOWED);
  });

  it('B-69, B-84: mentor and coordinator keep a journal of their own', async () => {
    const { ctx } = stage;
    for (const author of [staff.mentor, coordinator]) {
      unwrap(await writeLog(ctx, newCommand(author), { about: 'own', text: 'Апта қорытындысы' }));
      expect(await logsBy(ctx, author.id, author.id, 5)).toHaveLength(1);
    }
    const log = { about: 'own', text: 'Мен' } as const;
    expect(await refusing(writeLog(ctx, newCommand(own.person), log))).toEqual(NOT_ALLOWED);
  });

  it('B-68, B-74: each fills a page of their own, which those above see', async () => {
    const { ctx } = stage;
    const page = {
      about: 'Педагог',
      achievements: 'Үздік тәлімгер',
      contact: 'mentor@example.kz',
      scans: ['scan'],
    };
    unwrap(await writeStaffPage(ctx, newCommand(staff.mentor), page));
    unwrap(await writeStaffPage(ctx, newCommand(expert), { about: 'Сарапшы' }));
    for (const reader of [staff.mentor, expert, coordinator, staff.operator])
      expect(await staffPageSeenBy(ctx, { actor: reader }, staff.mentor.id)).toMatchObject(page);
    for (const reader of [otherExpert, farCoordinator, own.person])
      expect(await staffPageSeenBy(ctx, { actor: reader }, staff.mentor.id)).toBeNull();
    expect(await refusing(writeStaffPage(ctx, newCommand(own.person), page))).toEqual(NOT_ALLOWED);
  });
});
