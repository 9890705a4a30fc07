// What lists of attendance keep of a person: theirs to take along, and without their name once they are erased. The place on the list
// stays, as nobody's: it was counted.
import { type Command, systemActor } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { replaceFile } from '../evidence/replace-file.ts';
import { planOf, projectOf } from '../project/cases.ts';
import { gatheringOf, presentAt } from './gatherings.ts';
import { listDocument } from './list-document.ts';
import { type Attendee, grantAttendees } from './store.ts';

export const attendedBy = (ctx: EngineContext, person: string): Promise<readonly Attendee[]> =>
  grantAttendees.on(ctx.db).find({ person }).lean() as unknown as Promise<Attendee[]>;

export const attendanceRecord = async (ctx: EngineContext, person: string) =>
  (await attendedBy(ctx, person)).map(({ gathering, project, activity, name, at, removed }) => ({
    ...{ gathering, project, activity, name, at },
    removed: removed && { at: removed.at, reason: removed.reason },
  }));

export async function eraseAttendance(ctx: EngineContext, person: string): Promise<void> {
  for (const { _id, gathering } of await attendedBy(ctx, person)) {
    const command: Command = { id: `erase/${person}/${_id}`, actor: systemActor };
    await change(ctx, grantAttendees, _id, command, (attendee) =>
      ok({
        action: 'attendee erased',
        set: { name: null, post: null, removed: attendee.removed && { ...attendee.removed, reason: null } },
        result: null,
      }),
    );
    // Also of somebody who was removed: an older sending of the list may name them.
    await writeAnew(ctx, `erase/${person}`, gathering);
  }
}

async function writeAnew(ctx: EngineContext, cause: string, id: string): Promise<void> {
  const { project, activity, date, evidence } = await gatheringOf(ctx, id);
  if (evidence.length === 0) return;
  const plan = planOf(await projectOf(ctx, project));
  const rows = (await presentAt(ctx, id)).map(({ name, post }) => [name ?? '—', post ?? ''] as const);
  const bytes = await listDocument(ctx, { kind: 'attendance', plan, activity, date, rows });
  for (const each of evidence) await replaceFile(ctx, cause, each, bytes);
}
