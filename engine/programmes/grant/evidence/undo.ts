// Whoever sent a piece of evidence takes it back, as long as nobody has decided on it.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { evidenceUndone } from '../events.ts';
import { isTeam } from '../rights.ts';
import { grantEvidence } from '../store.ts';

/** By its sender, or the project's lead. @returns the id of the evidence */
export function undoEvidence(ctx: EngineContext, command: Command, id: string): Promise<Result<string>> {
  return change(ctx, grantEvidence, id, command, ({ sentBy, project, state }) => {
    const isTheirs = sentBy === command.actor.id && isTeam(command.actor, project);
    if (!isTheirs && !isTeam(command.actor, project, 'grant-lead')) return refused('common.not-allowed');
    if (state !== 'sent') return refused('common.already-decided');
    return ok({
      action: 'evidence taken back',
      set: { state: 'undone' as const, holds: [] },
      events: [evidenceUndone({ project, evidence: id })],
      result: id,
    });
  });
}
