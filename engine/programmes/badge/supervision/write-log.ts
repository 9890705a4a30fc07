// Journals and logs of the staff: a mentor's and a coordinator's own journal, an expert's log on each mentor and participant.
// What is written stands: an expert reads everything of theirs and changes nothing but adds to their own log.
import type { Actor, Command } from '../../../kernel/actor.ts';
import { derivedId } from '../../../kernel/ids.ts';
import { ok, type Refused, type Result, refused } from '../../../kernel/result.ts';
import { create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { logWritten } from './events.ts';
import { oversees, seesParticipation } from './reach.ts';
import { type Log, type LogSubject, logs } from './store.ts';

export interface NewLog {
  readonly about: LogSubject;
  /** A participation's or a person's id; of one's own journal nothing. */
  readonly subject?: string;
  readonly text: string;
  readonly media?: readonly string[];
}

const writers: readonly string[] = ['mentor', 'expert', 'regional-coordinator'];

/** @returns the log's id */
export async function writeLog(
  ctx: EngineContext,
  command: Command,
  { about, subject = command.actor.id, text, media = [] }: NewLog,
): Promise<Result<string>> {
  const barred = await refuseWriter(ctx, command.actor, about, subject);
  if (barred) return barred;
  if (text.trim() === '') return refused('badge-mentor.log-empty');
  const id = derivedId(`badge log ${command.id}`);
  await create(ctx, logs, id, command, {
    action: 'log written',
    set: {
      author: command.actor.id,
      about,
      subject,
      text: text.trim(),
      media: [...media],
      at: ctx.clock.now(),
    },
    events: [logWritten({ log: id })],
    result: id,
    details: { about, subject },
  });
  return ok(id);
}

async function refuseWriter(
  ctx: EngineContext,
  actor: Actor,
  about: LogSubject,
  subject: string,
): Promise<Refused | null> {
  const denied = refused('common.not-allowed');
  if (!actor.grants.some(({ role }) => writers.includes(role))) return denied;
  if (about === 'own') return subject === actor.id ? null : denied;
  if (about === 'participation') {
    const participation = await participationOf(ctx, subject);
    const isTheirs =
      participation.person !== actor.id && (await seesParticipation(ctx, actor, participation));
    return isTheirs ? null : denied;
  }
  return (await oversees(ctx, actor, subject)) ? null : denied;
}

/** What an author wrote about somebody, or in their own journal: newest first. */
export const logsBy = (
  ctx: EngineContext,
  author: string,
  subject: string,
  most: number,
): Promise<readonly Log[]> =>
  logs.on(ctx.db).find({ subject, author }).sort({ at: -1 }).limit(most).lean() as unknown as Promise<Log[]>;
