// Which copies of documents came, and how: sent by the representatives to the agreed address, or handed to the mentor (§3.3).
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { handOverFiles } from '../../../media/owned-files.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { refuseWithoutConsent } from '../consent.ts';
import { isHeadOf, isMentorOf } from '../rights.ts';
import { mentoredStates } from '../states.ts';
import { participations } from '../store.ts';

/** What may come (§3.3): the agreement's original, identity card, certificates, references, diplomas, badges, other. */
export const documentKinds = [
  ...(['agreement', 'identity', 'certificate', 'reference'] as const),
  ...(['diploma', 'badge', 'other'] as const),
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export interface ReceivedDocuments {
  readonly kinds: readonly DocumentKind[];
  readonly how: 'sent' | 'handed';
  /** Ids of kept scans, where there are any. */
  readonly media?: readonly string[];
}

/** @returns the participation's id */
export async function recordDocuments(
  ctx: EngineContext,
  command: Command,
  id: string,
  { kinds, how, media = [] }: ReceivedDocuments,
): Promise<Result<string>> {
  const { person } = await participationOf(ctx, id);
  const blocked = await refuseWithoutConsent(ctx, person);
  if (blocked) return blocked;
  const noted = await change(ctx, participations, id, command, (current) => {
    const { actor } = command;
    if (!isMentorOf(actor, current) && !isHeadOf(actor, current)) return refused('common.not-allowed');
    if (!mentoredStates.includes(current.state)) return refused('badge.not-accepted');
    if (kinds.length === 0) return refused('badge.no-documents');
    const [at, by] = [ctx.clock.now(), actor.id];
    // Scans came once, with whatever they show.
    const came = kinds.map((kind, index) => ({ kind, how, media: index === 0 ? [...media] : [], at, by }));
    return ok({
      action: 'documents received',
      set: { documents: [...current.documents, ...came] },
      result: id,
      details: { kinds, how },
    });
  });
  // What shows somebody is theirs, whoever scanned it.
  if (noted.ok) await handOverFiles(ctx, media, command.actor.id, person);
  return noted;
}
