// A photo of the winner: told by its content, never by its name. What is no photo to print is refused with its reason.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { loadMedia } from '../../../media/store.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { examinePhoto } from './examine-photo.ts';
import { openPackage } from './open-package.ts';
import { packages } from './store.ts';
import { refuseWriting, winnerOf } from './winner.ts';
import { reopened } from './write-text.ts';

export interface GivenPhoto {
  readonly nomination: string;
  /** Id of media that the actor has sent. */
  readonly media: string;
}

/** @returns the nomination's id */
export async function givePhoto(
  ctx: EngineContext,
  command: Command,
  { nomination: id, media }: GivenPhoto,
): Promise<Result<string>> {
  const winner = await winnerOf(ctx, id);
  const wrong = refuseWriting(ctx, command.actor, winner);
  if (wrong) return wrong;
  const file = await loadMedia(ctx, media);
  if (file?.record.owner !== command.actor.id) return refused('common.not-allowed');
  const offered = { name: file.record.name, bytes: file.bytes };
  const examined = await examinePhoto(offered, winner.edition.packages.jpeg);
  if (!examined.ok) return examined;
  const { name, isJpeg, size } = examined.value;
  await openPackage(ctx, winner.nomination);
  return change(ctx, packages, id, command, (found) => {
    const shape = { name, isJpeg, width: size?.width ?? null, height: size?.height ?? null };
    const photo = { media, ...shape, at: ctx.clock.now(), by: command.actor.id };
    return ok({
      action: 'photo given',
      set: { photo, sent: null },
      events: reopened(found),
      result: id,
      details: { media, isJpeg },
    });
  });
}
