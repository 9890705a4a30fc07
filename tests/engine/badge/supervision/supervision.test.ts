// Experts, coordinators and stand-ins: who sees what, who acts for whom, what is written and to whom it goes.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../engine/kernel/actor.ts';
import { addDays, localDate } from '../../../../engine/kernel/calendar.ts';
import { DAY } from '../../../../engine/kernel/clock.ts';
import {
  actsFor,
  askExcuse,
  confirmDirection,
  decideDispute,
  decideEntry,
  decideExcuse,
  entryOf,
  handOver,
  lettersTo,
  logsBy,
  openDispute,
  overviewFor,
  participationOf,
  rewriteEntry,
  seesParticipation,
  sendMessage,
  undoEntry,
  weekOf,
  writeConclusion,
  writeEntry,
  writeFinalNote,
  writeLog,
} from '../../../../engine/programmes/badge/programme.ts';
import { comeBack, goAway } from '../../../../engine/reviews/absence/use-cases.ts';
import { reviews } from '../../../../engine/reviews/store.ts';
import { approved, lesson } from '../../../support/badge/journal.ts';
import { newSupervision, type Supervision } from '../../../support/badge/supervision.ts';
import { codesOf, newCommand, unwrap } from '../../../support/credit/cast.ts';
import { withEngine } from '../../../support/fixtures/with-engine.ts';

const stage = withEngine('file');
/** Who they are, once they are there. */
let { staff, own, expert, second, otherExpert, coordinator, farCoordinator, foreign } = {} as Supervision;
beforeAll(async () => {
  const cast = await newSupervision(stage.ctx);
  ({ staff, own, expert, second, otherExpert, coordinator, farCoordinator, foreign } = cast);
  stage.clock.advance(3 * DAY);
  await stage.carryOn();
});

const today = () => localDate(stage.clock.now());
const write = async () =>
  unwrap(await writeEntry(stage.ctx, newCommand(own.person), own.participation, lesson(today(), 10)));
const refusing = async (given: Promise<Parameters<typeof codesOf>[0]>) => codesOf(await given);
const NOT_ALLOWED = ['common.not-allowed'];
const place = () => participationOf(stage.ctx, own.participation);

describe('B-75, B-76: an expert', () => {
  it('sees the mentors assigned to them and their participants, no others', async () => {
    const { ctx } = stage;
    await stage.carryOn();
    const seen = async (by: Actor) => (await overviewFor(ctx, by, 9)).participants.map(({ id }) => id);
    expect(await seen(expert)).toEqual([own.participation]);
    expect(await seen(otherExpert)).toEqual([]);
    expect(await seesParticipation(ctx, expert, await place())).toBe(true);
    expect(await seesParticipation(ctx, otherExpert, await place())).toBe(false);
  });

  it('reads everything and changes nothing: every attempt is refused', async () => {
    const { ctx } = stage;
    const id = await write();
    const by = () => newCommand(expert);
    const { participation } = own;
    const draft = lesson(today(), 20);
    const excuse = unwrap(
      await askExcuse(ctx, newCommand(own.person), participation, {
        ...{ weeks: [weekOf(today())], reason: 'health', note: 'Ауырдым' },
      }),
    );
    const attempts = [
      ...[writeEntry(ctx, by(), participation, draft), rewriteEntry(ctx, by(), id, draft)],
      ...[decideEntry(ctx, by(), id, { how: 'approved' }), undoEntry(ctx, by(), id)],
      decideEntry(ctx, by(), id, { how: 'returned', words: 'Қайта' }),
      decideExcuse(ctx, by(), excuse, { excuse: true }),
      confirmDirection(ctx, by(), participation, { direction: 'talent', assessment: 'Жақсы' }),
      sendMessage(ctx, by(), participation, { text: 'Сәлем' }),
      openDispute(ctx, by(), id, 'Келіспеймін'),
      writeFinalNote(ctx, by(), { participation, text: 'Жақсы', recommendation: 'Жалғастыру' }),
    ];
    for (const attempt of attempts) expect(codesOf(await attempt)).toEqual(NOT_ALLOWED);
    expect((await entryOf(ctx, id)).state).toBe('sent');
  });

  it('B-78: keeps a log on every participant and mentor of theirs', async () => {
    const { ctx } = stage;
    const { participation } = own;
    const text = 'Журнал жүйелі толтырылады';
    unwrap(await writeLog(ctx, newCommand(expert), { about: 'participation', subject: participation, text }));
    unwrap(await writeLog(ctx, newCommand(expert), { about: 'mentor', subject: staff.mentor.id, text }));
    expect(await logsBy(ctx, expert.id, participation, 5)).toMatchObject([{ text }]);
    const other = newCommand(otherExpert);
    expect(await refusing(writeLog(ctx, other, { about: 'mentor', subject: staff.mentor.id, text }))).toEqual(
      NOT_ALLOWED,
    );
    const log = { about: 'participation', subject: participation, text } as const;
    expect(await refusing(writeLog(ctx, newCommand(otherExpert), log))).toEqual(NOT_ALLOWED);
  });

  it('B-77, B-87: gives a conclusion, which the coordinator of the region gets', async () => {
    const { ctx } = stage;
    const text = 'Тәлімгер жазбаларды уақытында қарайды';
    unwrap(await writeConclusion(ctx, newCommand(expert), { mentor: staff.mentor.id, text }));
    const { told } = await stage.carryOn();
    expect(
      told.filter(({ message }) => message.texts[0]?.key === 'badge-mentor:letter.conclusion'),
    ).toMatchObject([{ to: coordinator.id }]);
    expect(await lettersTo(ctx, { actor: coordinator }, 5)).toMatchObject([{ kind: 'conclusion', text }]);
    expect(await lettersTo(ctx, { actor: farCoordinator }, 5)).toEqual([]);
    const denied = writeConclusion(ctx, newCommand(otherExpert), { mentor: staff.mentor.id, text });
    expect(await refusing(denied)).toEqual(NOT_ALLOWED);
  });

  it('B-79: upholds or cancels a mentor’s demand, and both sides are told', async () => {
    const { ctx } = stage;
    for (const uphold of [true, false]) {
      const id = await write();
      const words = 'Толығырақ жазыңыз';
      unwrap(await decideEntry(ctx, newCommand(staff.mentor), id, { how: 'tasked', words }));
      unwrap(await openDispute(ctx, newCommand(own.person), id, 'Бұл артық талап'));
      const finding = { uphold, words: 'Екі жақты тыңдадым' };
      expect(await refusing(decideDispute(ctx, newCommand(otherExpert), id, finding))).toEqual(NOT_ALLOWED);
      await stage.carryOn();
      unwrap(await decideDispute(ctx, newCommand(expert), id, finding));
      expect(await entryOf(ctx, id)).toMatchObject({
        state: uphold ? 'tasked' : 'sent',
        dispute: { state: uphold ? 'upheld' : 'cancelled' },
      });
      const { told } = await stage.carryOn();
      const key = `dispute-${uphold ? 'upheld' : 'cancelled'}`;
      const heard = told.filter(({ message }) => message.texts[0]?.key.endsWith(key)).map(({ to }) => to);
      expect([...heard].sort()).toEqual([own.person.id, staff.mentor.id].sort());
    }
  });

  it('B-82: sees percentages, ratings and numbers', async () => {
    await approved(stage.ctx, staff, own, lesson(today(), 60, 'talent'));
    await stage.carryOn();
    const overview = await overviewFor(stage.ctx, expert, 20);
    expect(overview.figures).toMatchObject({ participants: 1, mentors: 2 });
    expect(overview.figures).not.toHaveProperty('experts');
    expect(overview.participants).toMatchObject([{ person: own.person.id, level: 'bronze', rating: 1.28 }]);
    expect(overview.figures.directions.talent).toBe(7.7);
    expect(overview.figures.levels[0]).toEqual({ level: 'bronze', participants: 1, rating: 1.3 });
    // B-70: the mentor of their own; B-88: the coordinator of the region, with mentors and experts.
    expect((await overviewFor(stage.ctx, staff.mentor, 20)).participants).toHaveLength(1);
    expect((await overviewFor(stage.ctx, coordinator, 20)).figures).toMatchObject({ mentors: 3, experts: 2 });
    expect((await overviewFor(stage.ctx, farCoordinator, 20)).participants).toEqual([]);
  });
});

describe('B-67, B-80, B-81: while a mentor is away', () => {
  const decidersOf = async (id: string) =>
    (await reviews.on(stage.ctx.db).findById(`badge-entry/${id}`).lean())?.deciders;

  it('the expert acts, or one of their mentors, and nobody else; then the mentor has them again', async () => {
    const { ctx } = stage;
    const mentor = staff.mentor.id;
    expect(await refusing(handOver(ctx, newCommand(expert), { mentor, to: second.id }))).toEqual([
      'badge-mentor.mentor-there',
    ]);
    const id = await write();
    unwrap(await goAway(ctx, newCommand(staff.mentor), addDays(today(), 5)));
    const { told } = await stage.carryOn();
    expect(told.filter(({ to }) => to === expert.id).map(({ message }) => message.texts[0]?.key)).toContain(
      'badge-mentor:notice.mentor-away',
    );
    expect(await decidersOf(id)).toContain(`person:${expert.id}`);
    expect(await actsFor(ctx, expert, await place())).toBe(true);
    for (const to of [foreign.id, otherExpert.id])
      expect(await refusing(handOver(ctx, newCommand(expert), { mentor, to }))).toEqual([
        'badge-mentor.not-their-mentor',
      ]);
    expect(await refusing(handOver(ctx, newCommand(otherExpert), { mentor, to: second.id }))).toEqual(
      NOT_ALLOWED,
    );
    unwrap(await handOver(ctx, newCommand(expert), { mentor, to: second.id }));
    await stage.carryOn();
    expect(await decidersOf(id)).toContain(`person:${second.id}`);
    expect(await refusing(decideEntry(ctx, newCommand(expert), id, { how: 'approved' }))).toEqual(
      NOT_ALLOWED,
    );
    unwrap(await decideEntry(ctx, newCommand(second), id, { how: 'approved' }));
    const later = await write();
    unwrap(await comeBack(ctx, newCommand(staff.mentor)));
    await stage.carryOn();
    expect(await actsFor(ctx, second, await place())).toBe(false);
    expect(await decidersOf(later)).toEqual([`person:${mentor}`]);
  });

  it('and the expert, too, the coordinator of the region oversees', async () => {
    const { ctx } = stage;
    const id = await write();
    unwrap(await goAway(ctx, newCommand(expert), addDays(today(), 5)));
    const { told } = await stage.carryOn();
    expect(
      told.filter(({ to }) => to === coordinator.id).map(({ message }) => message.texts[0]?.key),
    ).toContain('badge-mentor:notice.expert-away');
    unwrap(await goAway(ctx, newCommand(staff.mentor), addDays(today(), 5)));
    await stage.carryOn();
    expect(await actsFor(ctx, coordinator, await place())).toBe(true);
    expect(await actsFor(ctx, farCoordinator, await place())).toBe(false);
    unwrap(await decideEntry(ctx, newCommand(coordinator), id, { how: 'approved' }));
    for (const each of [expert, staff.mentor]) unwrap(await comeBack(ctx, newCommand(each)));
    await stage.carryOn();
  });
});
