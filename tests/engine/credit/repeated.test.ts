// A command that arrives again, also long after what it did has ended, is answered as it was the first time.
import { expect, it } from 'vitest';
import { addDays, instantOf, localDate } from '../../../engine/kernel/calendar.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import {
  acceptInvitation,
  bookInterview,
  decideHours,
  inviteStudent,
  leaveProject,
  publishProject,
  reportHours,
} from '../../../engine/programmes/credit/programme.ts';
import { BIN, newCommand, newHost, newStudent, unwrap } from '../../support/credit/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const stage = withEngine();

const projectOf = (from: string) => ({
  ...{
    organisationId: BIN,
    title: 'Ақсақалмен әңгіме',
    description: 'Кітап оқу',
    direction: 'elderly' as const,
  },
  ...{ region: '71', address: 'Астана', from, to: addDays(from, 60), places: 2 },
  slots: [{ startsAt: instantOf(addDays(from, 1), '15:00'), capacity: 2 }],
});

it('answers every command of a project and a participation the same after the student has left', async () => {
  const { ctx } = stage;
  const { head, coordinator } = await newHost(ctx);
  const student = await newStudent(ctx, 'leaver');
  const commands = {
    publish: newCommand(head),
    ...{ book: newCommand(student), invite: newCommand(coordinator), accept: newCommand(student) },
    ...{ report: newCommand(student), decide: newCommand(coordinator), leave: newCommand(student) },
  };
  const date = localDate(ctx.clock.now());
  const play = async () => {
    const projectId = unwrap(await publishProject(ctx, commands.publish, projectOf(date)));
    const found = await ctx.db.collection('credit_projects').findOne({ _id: projectId as never });
    const project = { projectId, slotId: String(found?.slots[0].id) };
    const interviewId = unwrap(await bookInterview(ctx, commands.book, project));
    const invited = unwrap(await inviteStudent(ctx, commands.invite, interviewId));
    const creditId = unwrap(await acceptInvitation(ctx, commands.accept, { interviewId, target: 20 }));
    stage.clock.advance(2 * DAY);
    const hours = { date, start: '09:00', minutes: 60, what: 'Кітап оқыдық', media: [] };
    const entryId = unwrap(await reportHours(ctx, commands.report, hours));
    const decided = unwrap(await decideHours(ctx, commands.decide, { entryId, confirm: true }));
    return [
      interviewId,
      invited,
      creditId,
      entryId,
      decided,
      unwrap(await leaveProject(ctx, commands.leave)),
    ];
  };
  expect(await play()).toEqual(await play());
});
