// Letters, logs, pages and messages of those who supervise: what is written, to whom it goes, and who may read it.
import { beforeAll, describe, expect, it } from 'vitest';
import { DAY } from '../../../../engine/kernel/clock.ts';
import {
  lettersTo,
  logsBy,
  messagesOf,
  overviewFor,
  participationOf,
  seesParticipation,
  sendMessage,
  staffPageSeenBy,
  writeFinalNote,
  writeLog,
  writeStaffPage,
  writeToOperator,
} from '../../../../engine/programmes/badge/programme.ts';
import { participations } from '../../../../engine/programmes/badge/store.ts';
import { REGION } from '../../../support/badge/cast.ts';
import { newJournal } from '../../../support/badge/journal.ts';
import { newSupervision, type Supervision } from '../../../support/badge/supervision.ts';
import { codesOf, newCommand, unwrap } from '../../../support/credit/cast.ts';
import { withEngine } from '../../../support/fixtures/with-engine.ts';

const stage = withEngine('file');
/** Who they are, once they are there. */
let { staff, own, expert, second, otherExpert, coordinator, farCoordinator } = {} as Supervision;
beforeAll(async () => {
  const cast = await newSupervision(stage.ctx);
  ({ staff, own, expert, second, otherExpert, coordinator, farCoordinator } = cast);
  stage.clock.advance(3 * DAY);
  await stage.carryOn();
});

const refusing = async (given: Promise<Parameters<typeof codesOf>[0]>) => codesOf(await given);
const NOT_ALLOWED = ['common.not-allowed'];
const place = () => participationOf(stage.ctx, own.participation);

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

it('B-108: an operator looks at every journal and schedule', async () => {
  expect(await seesParticipation(stage.ctx, staff.operator, await place())).toBe(true);
  const { participants } = await overviewFor(stage.ctx, staff.operator, 20);
  expect(participants.map(({ id }) => id)).toContain(own.participation);
  expect((await place()).schedule?.lines.map(({ direction }) => direction)).toContain('talent');
});

it('B-85: a coordinator opens what is of their region, and nothing of another', async () => {
  expect(await seesParticipation(stage.ctx, coordinator, await place())).toBe(true);
  expect(await seesParticipation(stage.ctx, farCoordinator, await place())).toBe(false);
});

it('B-45, B-63: messages go both ways, are kept, and show no telephone number', async () => {
  const { ctx } = stage;
  const { participation, person } = own;
  unwrap(
    await sendMessage(ctx, newCommand(staff.mentor), participation, {
      text: 'Ертең кездесейік',
      media: ['voice'],
    }),
  );
  stage.clock.advance(DAY);
  unwrap(await sendMessage(ctx, newCommand(person), participation, { text: '', media: ['video'] }));
  expect(await messagesOf(ctx, participation, 5)).toMatchObject([
    { side: 'participant', media: ['video'] },
    { side: 'mentor', media: ['voice'], text: 'Ертең кездесейік' },
  ]);
  const { told } = await stage.carryOn();
  const sent = told.filter(({ message }) => message.texts[0]?.key.includes(':message.from-'));
  const heard = new Map(sent.map(({ to, desk }) => [to, desk]));
  expect([heard.get(person.id), heard.get(staff.mentor.id)]).toEqual(['participant', 'staff']);
  expect(JSON.stringify(sent)).not.toMatch(/\+7|phone/);
  for (const stranger of [second, staff.head])
    expect(await refusing(sendMessage(ctx, newCommand(stranger), participation, { text: 'Сәлем' }))).toEqual(
      NOT_ALLOWED,
    );
  const empty = sendMessage(ctx, newCommand(person), participation, { text: ' ' });
  expect(await refusing(empty)).toEqual(['badge-journal.message-empty']);
});
