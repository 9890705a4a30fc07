// A list that was sent as evidence is written anew when somebody on it is erased or takes their consent back: the paper stays, without
// them, and the older file is deleted for good.
import { type Command, systemActor } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/result.ts';
import { deleteFile } from '../../../media/owned-files.ts';
import { keepMedia, media } from '../../../media/store.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { standingStates } from '../states.ts';
import { grantEvidence } from '../store.ts';
import { evidenceOf, holdsOf } from './cases.ts';

/** @param cause names why: the same for a repeat, which changes nothing more */
export async function replaceFile(
  ctx: EngineContext,
  cause: string,
  evidence: string,
  bytes: Buffer,
): Promise<void> {
  const [older] = (await evidenceOf(ctx, evidence)).media;
  const kept = older === undefined ? null : await media.on(ctx.db).findById(older).lean();
  // Deleted with its sender already: there is no paper left that names anybody.
  if (!kept) return;
  const { owner, name } = kept;
  const made = await keepMedia(ctx, { owner, name, mime: null, bytes });
  const command: Command = { id: `${cause}/${evidence}`, actor: systemActor };
  await change(ctx, grantEvidence, evidence, command, ({ project, state }) => {
    const contents = [made.sha256];
    const holds = standingStates.includes(state) ? holdsOf(project, contents, null) : [];
    return ok({ action: 'list written anew', set: { media: [made._id], contents, holds }, result: null });
  });
  const { media: now } = await evidenceOf(ctx, evidence);
  // A repeat of the command changed nothing: then it is the new file that nobody needs.
  await deleteFile(ctx, now.includes(made._id) ? kept._id : made._id);
}
