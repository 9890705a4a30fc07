// One student of the demo who is in the middle: 14 of 20 hours confirmed, two more waiting for the coordinator.
import type { Command } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/calendar.ts';
import { DAY, type ManualClock } from '../../../kernel/clock.ts';
import type { EngineContext } from '../../context.ts';
import { actor, chatOf, done } from '../../demo-cast.ts';
import { projectOf } from '../cases.ts';
import { acceptInvitation } from '../use-cases/answer-invitation.ts';
import { bookInterview } from '../use-cases/book-interview.ts';
import { decideHours } from '../use-cases/decide-hours.ts';
import { inviteStudent } from '../use-cases/invite-student.ts';
import { registerStudent } from '../use-cases/register-student.ts';
import { reportHours } from '../use-cases/report-hours.ts';
import { staffCast, studentCast } from './cast.ts';

const worked = [
  { minutes: 240, what: 'Кітапханада тұрғындарға кітап оқып бердік.' },
  { minutes: 300, what: 'Серуенге шықтық, содан кейін телефон қолдануды үйреттім.' },
  { minutes: 300, what: 'Қолөнер үйірмесіне көмектестім.' },
  { minutes: 120, what: 'Мерекелік кешке дайындалдық.' },
];

export async function playStudent(ctx: EngineContext, clock: ManualClock, projectId: string): Promise<void> {
  const student = studentCast.underWay;
  const { name, language, region } = student;
  const study = { universityId: 'mysal', year: 2, phone: null, birthDate: '2005-05-14' };
  const profile = { chat: chatOf(student), name, language, region, ...study };
  done(
    await registerStudent(
      ctx,
      { id: 'demo/student', actor: { kind: 'system', id: 'demo', grants: [] } },
      profile,
    ),
  );
  const by = async (what: string): Promise<Command> => ({
    id: `demo/student/${what}`,
    actor: await actor(ctx, student),
  });
  const host = async (what: string): Promise<Command> => ({
    id: `demo/host/${what}`,
    actor: await actor(ctx, staffCast.coordinator),
  });
  const project = await projectOf(ctx, projectId);
  const slotId = project.slots[0]?.id ?? '';
  const interviewId = done(await bookInterview(ctx, await by('book'), { projectId, slotId }));
  clock.advance(3 * DAY);
  done(await inviteStudent(ctx, await host('invite'), interviewId));
  done(await acceptInvitation(ctx, await by('accept'), { interviewId, target: 20 }));
  for (const [index, { minutes, what }] of worked.entries()) {
    clock.advance(3 * DAY);
    const hours = {
      date: localDate(new Date(clock.now().getTime() - DAY)),
      start: '10:00',
      minutes,
      what,
      media: [],
    };
    const entryId = done(await reportHours(ctx, await by(`hours/${index}`), hours));
    const isLast = index === worked.length - 1;
    if (!isLast) done(await decideHours(ctx, await host(`confirm/${index}`), { entryId, confirm: true }));
  }
}
