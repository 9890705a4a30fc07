// Returned evidence is accepted after all: whoever heard the appeal decided so. Not where the same file or link stands anew.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { change, isDuplicate } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { evidenceAccepted } from '../events.ts';
import { grantEvidence } from '../store.ts';
import { evidenceOf, holdsOf } from './cases.ts';
import { accepted } from './decide.ts';
import { linkOf } from './networks.ts';

/** Whether the actor may is checked by the room of appeals. @returns the id of the evidence */
export async function acceptOnAppeal(
  ctx: EngineContext,
  command: Command,
  id: string,
): Promise<Result<string>> {
  const { project, contents, link } = await evidenceOf(ctx, id);
  const holds = holdsOf(project, contents, link && (linkOf(link.url)?.key ?? null));
  try {
    return await change(ctx, grantEvidence, id, command, (current) => {
      if (current.state !== 'returned') return refused('appeals.overtaken');
      const decided = accepted(ctx, command, current);
      return ok({
        action: 'evidence accepted on appeal',
        set: { ...decided, holds },
        events: [evidenceAccepted({ project, evidence: id })],
        result: id,
        details: { quantity: decided.decision.quantity, people: decided.decision.people },
      });
    });
  } catch (error) {
    if (isDuplicate(error)) return refused('appeals.overtaken');
    throw error;
  }
}
