// A student of the demo who is sixteen: registered, and waiting for the consent of a legal representative, whom whoever
// tries Qadam out plays, too.
import { systemActor } from '../../../kernel/actor.ts';
import { calendarYear } from '../../../kernel/calendar.ts';
import type { EngineContext } from '../../context.ts';
import { chatOf, done } from '../../demo-cast.ts';
import { registerStudent } from '../use-cases/register-student.ts';
import { studentCast } from './cast.ts';

export async function registerMinor(ctx: EngineContext): Promise<void> {
  const { name, language, region } = studentCast.minor;
  const birthDate = `${calendarYear(ctx.clock.now()) - 16}-01-01`;
  const study = { universityId: 'ulgi', year: 1, phone: null, birthDate };
  const command = { id: 'demo/minor', actor: systemActor };
  done(
    await registerStudent(ctx, command, {
      chat: chatOf(studentCast.minor),
      name,
      language,
      region,
      ...study,
    }),
  );
}
