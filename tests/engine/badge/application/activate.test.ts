// From acceptance to «Қатысушы»: talk, briefing, documents, schedule; the term that runs from then on.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../engine/kernel/actor.ts';
import { endOfDay, instantOf } from '../../../../engine/kernel/calendar.ts';
import {
  activateParticipant,
  agreeSchedule,
  draftSchedule,
  participationOf,
  proposeSchedule,
  recordBriefing,
  recordDocuments,
  recordTalk,
} from '../../../../engine/programmes/badge/programme.ts';
import { participations } from '../../../../engine/programmes/badge/store.ts';
import { endOfTerm } from '../../../../engine/programmes/badge/term.ts';
import {
  acceptedBy,
  newApplicant,
  newBadgeStaff,
  newGuardian,
  newMentor,
  newParticipant,
  newYoungPerson,
  type Staff,
  scheduled,
  talkNotes,
  withdrawFor,
} from '../../../support/badge/cast.ts';
import { codesOf, newCommand, unwrap } from '../../../support/credit/cast.ts';
import { withEngine } from '../../../support/fixtures/with-engine.ts';
import { carryOn } from '../../../support/transcript/carry-on.ts';

const stage = withEngine();
let staff: Staff;
let minor: Actor;
let guardian: Actor;
let id: string;
beforeEach(async () => {
  const { ctx } = stage;
  staff = await newBadgeStaff(ctx);
  minor = await newYoungPerson(ctx, 'minor', '2010-03-01');
  guardian = await newGuardian(ctx, minor, 'guardian');
  id = await acceptedBy(ctx, staff, await newApplicant(ctx, minor, staff, 'bronze', guardian));
});

const activate = (by: Actor = staff.mentor) => activateParticipant(stage.ctx, newCommand(by), id);
const talk = (over = {}) => recordTalk(stage.ctx, newCommand(staff.mentor), id, { ...talkNotes, ...over });

async function proposal() {
  const { ctx } = stage;
  const participation = await participationOf(ctx, id);
  const lines = draftSchedule(ctx.rules, participation, participation.startedOn, '2026-10-12');
  return { lines, longer: null, heritageLonger: false };
}

describe('«Қатысушы»', () => {
  it('B-59 B-60 B-62: is refused with all that is missing, step by step', async () => {
    const { ctx } = stage;
    expect(codesOf(await activate())).toEqual([
      'badge.activation-needs-talk',
      'badge.activation-needs-briefing',
      'badge.activation-needs-schedule',
    ]);
    unwrap(await talk());
    unwrap(await recordBriefing(ctx, newCommand(staff.mentor), id));
    expect(codesOf(await activate())).toEqual(['badge.activation-needs-schedule']);
    await scheduled(ctx, staff, minor, id);
    unwrap(await activate());
    expect(codesOf(await activate())).toEqual(['badge.activated-already']);
    expect((await participationOf(ctx, id)).state).toBe('active');
  });

  it('B-62: is refused before the agreement is signed', async () => {
    const { ctx } = stage;
    const agreement = { textVersion: '2026-11-30', participant: null, guardian: null };
    await participations
      .on(ctx.db)
      .updateOne({ _id: id }, { $set: { agreement, state: 'applied' } } as never);
    expect(codesOf(await activate())).toEqual([
      'badge.activation-needs-acceptance',
      'badge.activation-needs-agreement',
      'badge.activation-needs-guardian',
      'badge.activation-needs-talk',
      'badge.activation-needs-briefing',
      'badge.activation-needs-schedule',
    ]);
  });

  it('B-58: is the participant’s own mentor’s alone', async () => {
    const other = await newMentor(stage.ctx, 'other-mentor');
    for (const nobody of [other, staff.head, staff.operator, minor, guardian])
      expect(codesOf(await activate(nobody))).toEqual(['common.not-allowed']);
  });

  it('stops without the representative’s consent', async () => {
    await withdrawFor(stage.ctx, guardian, minor.id);
    expect(codesOf(await talk())).toEqual(['badge.participant-without-consent']);
    expect(codesOf(await activate())).toEqual(['badge.participant-without-consent']);
  });
});

describe('the mentor before activation', () => {
  it('B-54: must have talked with the representative of somebody under 18', async () => {
    expect(codesOf(await talk({ withGuardian: false }))).toEqual(['badge.guardian-not-talked-to']);
    expect(codesOf(await talk({ health: ' ' }))).toEqual(['badge.talk-incomplete']);
    unwrap(await talk());
    const { talk: kept } = await participationOf(stage.ctx, id);
    expect(kept?.guardianAt).toEqual(stage.clock.now());
    // Health is kept sealed.
    expect(JSON.stringify(kept)).not.toContain(talkNotes.health);
    expect(stage.ctx.sealer.open(kept?.sealedHealth ?? '')).toBe(talkNotes.health);
  });

  it('B-55 B-61: notes which documents came, and how', async () => {
    const { ctx } = stage;
    const command = newCommand(staff.mentor);
    unwrap(await recordDocuments(ctx, command, id, { kinds: ['agreement', 'identity'], how: 'handed' }));
    unwrap(
      await recordDocuments(ctx, newCommand(staff.head), id, {
        kinds: ['diploma'],
        how: 'sent',
        media: ['m1'],
      }),
    );
    const { documents } = await participationOf(ctx, id);
    expect(documents.map(({ kind, how, by, media }) => [kind, how, by, media])).toEqual([
      ['agreement', 'handed', staff.mentor.id, []],
      ['identity', 'handed', staff.mentor.id, []],
      ['diploma', 'sent', staff.head.id, ['m1']],
    ]);
    const none = await recordDocuments(ctx, newCommand(staff.mentor), id, { kinds: [], how: 'sent' });
    expect(codesOf(none)).toEqual(['badge.no-documents']);
    const other = await recordDocuments(ctx, newCommand(minor), id, { kinds: ['diploma'], how: 'sent' });
    expect(codesOf(other)).toEqual(['common.not-allowed']);
  });
});

describe('the individual schedule', () => {
  it('B-21: is proposed by one and agreed by the other, exactly as it was read', async () => {
    const { ctx } = stage;
    const first = unwrap(await proposeSchedule(ctx, newCommand(staff.mentor), id, await proposal()));
    expect(codesOf(await agreeSchedule(ctx, newCommand(staff.mentor), id, first))).toEqual([
      'badge.own-proposal',
    ]);
    const second = unwrap(await proposeSchedule(ctx, newCommand(minor), id, await proposal()));
    expect([first, second]).toEqual([1, 2]);
    expect(codesOf(await agreeSchedule(ctx, newCommand(staff.mentor), id, first))).toEqual([
      'common.changed-meanwhile',
    ]);
    unwrap(await agreeSchedule(ctx, newCommand(staff.mentor), id, second));
    const { schedule, proposed } = await participationOf(ctx, id);
    expect([schedule?.version, schedule?.proposedBy, schedule?.agreedAt, proposed]).toEqual([
      ...[2, 'participant', stage.clock.now(), null],
    ]);
    expect(schedule?.lines.find(({ direction }) => direction === 'sport')).toMatchObject({
      ...{ weekdays: [6], minutes: 60, from: '2026-10-12', to: '2027-01-10' },
    });
  });

  it('B-21: names what a line lacks', async () => {
    const { ctx } = stage;
    const { lines, ...rest } = await proposal();
    const faulty = lines
      .filter(({ direction }) => direction !== 'reading')
      .map((line) => ({
        ...line,
        ...(line.direction === 'sport' && { weekdays: [] }),
        ...(line.direction === 'talent' && { minutes: 0 }),
        ...(line.direction === 'heritage' && { activity: ' ' }),
        ...(line.direction === 'tourism' && { to: '2026-10-11' }),
      }));
    const result = await proposeSchedule(ctx, newCommand(minor), id, { ...rest, lines: faulty });
    expect(result.ok ? [] : result.reasons).toEqual([
      { code: 'badge.schedule-no-days', params: { direction: 'sport' } },
      { code: 'badge.schedule-no-hours', params: { direction: 'talent' } },
      { code: 'badge.schedule-missing', params: { direction: 'reading' } },
      { code: 'badge.schedule-no-activity', params: { direction: 'heritage' } },
      { code: 'badge.schedule-dates', params: { direction: 'tourism' } },
    ]);
  });

  it('B-31: changes the same way after activation, with the longer term; the old one stands until then', async () => {
    const { ctx } = stage;
    const adult = await newYoungPerson(ctx, 'adult', '2000-01-01');
    id = await newParticipant(ctx, adult, staff, 'silver');
    expect((await participationOf(ctx, id)).longer).toBe('sport');
    const wish = { ...(await proposal()), longer: 'talent' as const };
    const version = unwrap(await proposeSchedule(ctx, newCommand(adult), id, wish));
    expect((await participationOf(ctx, id)).longer).toBe('sport');
    unwrap(await agreeSchedule(ctx, newCommand(staff.mentor), id, version));
    const { longer, schedule } = await participationOf(ctx, id);
    expect([longer, schedule?.version]).toEqual(['talent', 2]);
  });

  it('is nobody else’s', async () => {
    const other = await newMentor(stage.ctx, 'other-mentor');
    for (const nobody of [other, staff.head, guardian])
      expect(codesOf(await proposeSchedule(stage.ctx, newCommand(nobody), id, await proposal()))).toEqual([
        'common.not-allowed',
      ]);
  });
});

describe('the term', () => {
  it('B-37: runs from activation, a week longer for each excused week, and expires after its last second', async () => {
    const { ctx, clock } = stage;
    const adult = await newYoungPerson(ctx, 'adult', '2000-01-01');
    id = await newParticipant(ctx, adult, staff);
    await carryOn(ctx);
    const state = async () => (await participationOf(ctx, id)).state;
    expect(endOfTerm(await participationOf(ctx, id))).toEqual(endOfDay('2027-04-05'));
    const excusedWeeks = ['2026-W49', '2026-W50'];
    await participations.on(ctx.db).updateOne({ _id: id }, { $set: { excusedWeeks } } as never);
    expect(endOfTerm(await participationOf(ctx, id))).toEqual(endOfDay('2027-04-19'));
    clock.set(instantOf('2027-04-06', '00:00').toISOString());
    await carryOn(ctx);
    expect(await state()).toBe('active');
    clock.set(endOfDay('2027-04-19').toISOString());
    await carryOn(ctx);
    expect(await state()).toBe('active');
    clock.set(instantOf('2027-04-20', '00:00').toISOString());
    const { told } = await carryOn(ctx);
    expect(await state()).toBe('expired');
    const keys = told.filter(({ to }) => to === adult.id).flatMap(({ message }) => message.texts);
    expect(keys.map(({ key }) => key)).toEqual(['badge:notice.term-expired']);
  });
});
