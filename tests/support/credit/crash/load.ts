// People who talk all the time and work that is done all the time, while processes are killed: when each turn and each
// notice began and ended tells how long a kill held up what.
import type { Actor } from '../../../../engine/kernel/actor.ts';
import { addDays } from '../../../../engine/kernel/calendar.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import {
  acceptInvitation,
  bookInterview,
  decideHours,
  inviteStudent,
  reportHours,
} from '../../../../engine/programmes/credit/programme.ts';
import type { Bot, User } from '../../telegram/index.ts';
import { type Host, newCommand, newProject, unwrap } from '../cast.ts';

/** Something that went from beginning to end; times as `performance.now()` gives them. */
export interface Done {
  readonly began: number;
  readonly ended: number;
}

export interface Loop {
  readonly done: readonly Done[];
  /** Ends after what is under way. @throws what broke it */
  stop(): Promise<void>;
}

/** Longer than any recovery may take. */
const PATIENCE = 60_000;
const LOOK_EVERY = 25;

function loop(act: () => Promise<void>): Loop {
  const done: Done[] = [];
  let going = true;
  const run = async () => {
    while (going) {
      const began = performance.now();
      await act();
      done.push({ began, ended: performance.now() });
    }
  };
  const running = run();
  running.catch(() => undefined);
  return {
    done,
    stop: async () => {
      going = false;
      await running;
    },
  };
}

/** A person who asks for help again as soon as they have been answered. */
export const talker = (user: User, bot: Bot): Loop =>
  loop(async () => {
    await user.send(bot, '/help');
    await user.reply(bot, { timeoutMs: PATIENCE });
  });

/** Repeats under the same id until there is an answer, as every channel does: the database is away now and then. */
async function insist<T>(act: () => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (performance.now() > until) throw error;
    }
  }
}

export interface Worked extends Loop {
  /** Minutes that were answered as confirmed. */
  confirmed(): number;
}

/** An accepted invitation, from which a student can work. The clock has then to move on by some days. */
export async function engaged(ctx: EngineContext, host: Host, student: Actor): Promise<void> {
  const project = await newProject(ctx, host.head);
  const interviewId = unwrap(await bookInterview(ctx, newCommand(student), project));
  unwrap(await inviteStudent(ctx, newCommand(host.coordinator), interviewId));
  unwrap(await acceptInvitation(ctx, newCommand(student), { interviewId, target: 50 }));
}

/**
 * A student who reports a minute of work again and again, and a coordinator who confirms it: each time the student's
 * notice is awaited.
 * @param from the first day of work; each has room for 400 minutes
 */
export async function working(ctx: EngineContext, host: Host, student: Actor, from: string): Promise<Worked> {
  const sent = () =>
    insist(() => ctx.db.collection('deliveries').countDocuments({ person: student.id, state: 'sent' }));
  let told = await sent();
  let count = 0;
  const work = loop(async () => {
    const entryId = await reported(ctx, student, from, count);
    const decide = newCommand(host.coordinator);
    unwrap(await insist(() => decideHours(ctx, decide, { entryId, confirm: true })));
    count += 1;
    told += 1;
    const until = performance.now() + PATIENCE;
    while ((await sent()) < told) {
      if (performance.now() > until) throw new Error(`no notice of entry ${entryId} in ${PATIENCE} ms`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    }
  });
  return { ...work, confirmed: () => count };
}

const A_DAY = 400;

async function reported(ctx: EngineContext, student: Actor, from: string, count: number): Promise<string> {
  const minute = count % A_DAY;
  const two = (value: number) => String(value).padStart(2, '0');
  const start = `${two(6 + Math.floor(minute / 60))}:${two(minute % 60)}`;
  const date = addDays(from, Math.floor(count / A_DAY));
  const command = newCommand(student);
  return unwrap(
    await insist(() => reportHours(ctx, command, { date, start, minutes: 1, what: 'Оқыдық', media: [] })),
  );
}
