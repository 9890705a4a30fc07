// Whom of the staff each event and each due date tells: every event type of the programme is looked at.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../../engine/kernel/clock.ts';
import type { Notice } from '../../../engine/notify/notice.ts';
import type { Notices } from '../../../engine/parts/part.ts';
import {
  acceptInvitation,
  cancelInterview,
  credit,
  interviewItem,
  leaveProject,
  requestRecredit,
  sendReport,
} from '../../../engine/programmes/credit/programme.ts';
import type { StoredEvent } from '../../../engine/store/owned.ts';
import {
  bookedInterview,
  type Cast,
  command,
  confirmedHours,
  names,
  openCast,
  type Role,
  reportedHours,
  startedCredit,
  value,
} from './cast.ts';

let cast: Cast;
beforeEach(async () => {
  cast = await openCast();
});
afterEach(() => cast.stage.close());

const hosts: readonly Role[] = ['head', 'coordinator', 'second'];

/** Who is told at the staff desk, and which cards are settled. */
const expected: Readonly<Record<string, { readonly to: readonly Role[]; readonly settles?: string }>> = {
  'credit.project-published': { to: ['coordinator', 'second'] },
  'credit.interview-booked': { to: hosts },
  'credit.interview-cancelled': { to: hosts, settles: 'interview' },
  'credit.interview-not-invited': { to: [], settles: 'interview' },
  'credit.interview-declined': { to: hosts, settles: 'interview' },
  'credit.interview-lapsed': { to: hosts, settles: 'interview' },
  'credit.student-invited': { to: [], settles: 'interview' },
  'credit.invitation-accepted': { to: hosts, settles: 'interview' },
  'credit.hours-reported': { to: ['coordinator', 'second'] },
  'credit.hours-confirmed': { to: [], settles: 'hours' },
  'credit.hours-decision-undone': { to: [], settles: 'hours' },
  'credit.invitation-undone': { to: [], settles: 'interview' },
  'credit.hours-returned': { to: [], settles: 'hours' },
  'credit.report-sent': { to: ['head'] },
  'credit.report-returned': { to: [], settles: 'report' },
  'credit.report-approved': { to: [], settles: 'report' },
  'credit.payout-ordered': { to: ['centre'] },
  'credit.payout-paid': { to: [], settles: 'payout' },
  'credit.payout-failed': { to: [], settles: 'payout' },
  'credit.recredit-granted': { to: ['registrar'] },
  'credit.recredit-requested': { to: ['registrar'] },
  'credit.recredit-taken-back': { to: [] },
  'credit.recredit-confirmed': { to: [], settles: 'recredit' },
  'credit.recredit-refused': { to: [], settles: 'recredit' },
  'credit.project-left': { to: hosts, settles: 'report' },
  'credit.rules-migrated': { to: [] },
};

async function rolesOf(notices: readonly Notice[]): Promise<readonly Role[]> {
  const roles = Object.keys(names) as Role[];
  const ids = new Map(
    await Promise.all(roles.map(async (role) => [(await cast.actor(role)).id, role] as const)),
  );
  const told = notices.filter((each) => each.desk === 'staff').map((each) => ids.get(each.to));
  return told.filter((each) => each !== undefined).sort();
}

const keysTold = (notices: readonly Notice[]) =>
  notices.filter((each) => each.desk === 'staff').map((each) => each.message.texts[0]?.key);

async function finishedCredit(): Promise<Readonly<Record<string, string>>> {
  const id = await startedCredit(cast);
  const entry = await reportedHours(cast, '2026-10-05', 60);
  await cast.chats.coordinator.tap('credit.hours-confirm');
  await confirmedHours(cast);
  value(await sendReport(cast.stage.ctx, command(cast.student), { text: 'Есеп', media: [] }));
  await cast.stage.carryOn();
  await cast.chats.head.tap('credit.report-approve');
  await cast.chats.head.tap('yes');
  await cast.stage.carryOn();
  value(await requestRecredit(cast.stage.ctx, command(cast.student), id));
  await cast.stage.carryOn();
  return { interview: id, credit: id, entry, student: cast.student.id };
}

/** What the notices of an event say, without what else follows from it. */
async function noticesOf(event: StoredEvent): Promise<Notices> {
  const of = credit.events.find((each) => each.event.type === event.type)?.subscribers ?? [];
  const notifying = of.filter(({ name }) => name === 'student' || name === 'staff');
  return (await Promise.all(notifying.map(({ run }) => run(cast.stage.ctx, event)))).flat();
}

describe('every event of the credit programme', () => {
  it('has its recipients considered', () => {
    expect(credit.events.map(({ event }) => event.type).sort()).toEqual(Object.keys(expected).sort());
  });

  it('tells those whom it concerns, each once, and settles its cards', async () => {
    const { ctx } = cast.stage;
    const data = await finishedCredit();
    const { projectId } = await projectOfInterview(data.interview ?? '');
    const head = await cast.actor('head');
    for (const [type, { to, settles }] of Object.entries(expected)) {
      const event = {
        kind: 'event' as const,
        id: `e/${type}`,
        type,
        at: ctx.clock.now(),
        actor: `person:${head.id}`,
      };
      const more = {
        answerBy: event.at.toISOString(),
        ended: 0,
        holder: 'any',
        organisation: 'any',
        project: projectId,
      };
      const told = await noticesOf({ ...event, data: { ...data, ...more } });
      const notices = told.filter((each): each is Notice => 'to' in each);
      expect(await rolesOf(notices), type).toEqual([...to].sort());
      const settled = told.flatMap((each) => ('settles' in each ? [each.settles] : []));
      const wanted = settles === 'hours' ? `hours/${data.entry}` : `${settles}/${data.credit}`;
      if (settles) expect(settled, type).toContain(wanted);
      else expect(settled, type).toEqual([]);
    }
  });

  it('carries a card that names its item', async () => {
    const id = await bookedInterview(cast);
    await cast.chats.head.tap('credit.invite');
    const { settled } = await cast.stage.carryOn();
    const settlement = settled.find((each) => each.settles === `interview/${id}`);
    expect(settlement?.message.texts[0]?.key).toBe('credit-staff:result.interview.invited');
    expect((settlement?.message.buttons ?? []).flat().map((each) => each.label.key)).toEqual([
      'reviews:button.next',
    ]);
  });
});

async function projectOfInterview(id: string) {
  return (await interviewItem(cast.stage.ctx, id)).interview;
}

describe('what students do', () => {
  it('a cancelled interview settles its cards and frees the time', async () => {
    const id = await bookedInterview(cast);
    value(await cancelInterview(cast.stage.ctx, command(cast.student), id));
    const { told, settled } = await cast.stage.carryOn();
    expect(keysTold(told)).toContain('credit-staff:notice.interview-cancelled');
    expect(settled.find((each) => each.settles === `interview/${id}`)?.message.texts[0]?.key).toBe(
      'credit-staff:result.interview.cancelled',
    );
    await cast.chats.coordinator.tap('credit.invite');
    expect(cast.chats.coordinator.keys[1]).toBe('credit-staff:result.interview.cancelled');
  });

  it('leaving a project settles hours that still waited', async () => {
    await startedCredit(cast);
    const entry = await reportedHours(cast, '2026-10-06', 60);
    value(await leaveProject(cast.stage.ctx, command(cast.student)));
    const { settled } = await cast.stage.carryOn();
    const card = settled.find((each) => each.settles === `hours/${entry}`);
    expect(card?.message.texts[0]?.key).toBe('credit-staff:result.hours.left');
    await cast.chats.coordinator.tapRaw(`go:credit.hours-confirm:${entry}.r0`);
    expect(cast.chats.coordinator.keys[1]).toBe('credit-staff:result.hours.left');
  });
});

describe('due dates', () => {
  it('remind of an interview without a result, until there is one', async () => {
    await bookedInterview(cast);
    cast.stage.clock.advance(10 * DAY);
    const { told } = await cast.stage.carryOn();
    const due = told.filter((each) => each.message.texts[0]?.key === 'reviews:notice.remind');
    expect(await rolesOf(due)).toEqual(['coordinator', 'head', 'second']);
    await cast.chats.second.tap('staff.open');
    expect(cast.chats.second.buttonKeys).toContain('credit-staff:button.invite');
  });

  it('do not remind of what was decided', async () => {
    const id = await bookedInterview(cast);
    await cast.chats.head.tap('credit.invite');
    value(await acceptInvitation(cast.stage.ctx, command(cast.student), { interviewId: id, target: 20 }));
    await cast.stage.carryOn();
    cast.stage.clock.advance(30 * DAY);
    expect(keysTold((await cast.stage.carryOn()).told)).toEqual([]);
  });

  it('remind of hours, then tell the operators', async () => {
    await startedCredit(cast);
    await reportedHours(cast, '2026-10-06', 60);
    cast.stage.clock.advance(4 * DAY);
    expect(keysTold((await cast.stage.carryOn()).told)).toEqual([
      'reviews:notice.remind',
      'reviews:notice.remind',
    ]);
    cast.stage.clock.advance(4 * DAY);
    const { told } = await cast.stage.carryOn();
    expect(keysTold(told)).toEqual(['reviews:notice.overdue']);
    expect(await rolesOf(told)).toEqual(['operator']);
  });

  it('count a report from its last sending', async () => {
    await startedCredit(cast);
    await confirmedHours(cast);
    const send = () => sendReport(cast.stage.ctx, command(cast.student), { text: 'Есеп', media: [] });
    value(await send());
    await cast.stage.carryOn();
    await cast.chats.head.tap('credit.report-return');
    await cast.chats.head.say('Добавьте фотографии');
    await cast.chats.head.tap('yes');
    cast.stage.clock.advance(2 * DAY);
    value(await send());
    await cast.stage.carryOn();
    cast.stage.clock.advance(2 * DAY);
    expect(keysTold((await cast.stage.carryOn()).told)).toEqual([]);
    cast.stage.clock.advance(2 * DAY);
    expect(keysTold((await cast.stage.carryOn()).told)).toEqual(['reviews:notice.remind']);
    cast.stage.clock.advance(10 * DAY);
    expect(keysTold((await cast.stage.carryOn()).told)).toEqual(['reviews:notice.overdue']);
  });
});
