// Somebody who did not take the decision upholds it, or decides anew; always with a reason. What comes of it is written into the
// decision's own document first, once whatever breaks off: the appeal is closed by what stands there.
import type { Command } from '../kernel/actor.ts';
import { ok, type Refused, type Result, refused } from '../kernel/result.ts';
import { refuseUnseen } from '../kernel/seen.ts';
import { mayDecide } from '../reviews/deciders.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import type { Appealable } from './appealable.ts';
import { appealDecided } from './events.ts';
import { stands } from './open.ts';
import { appealReview, appealVersion } from './review.ts';
import { type Appeal, appealOf, appeals } from './store.ts';

export interface AppealDecision {
  readonly uphold: boolean;
  readonly reason: string;
}

const UPHELD = 'upheld';

/** @returns the appeal's id. @throws AppError `not-found` */
export async function decideAppeal<C extends StoreContext>(
  ctx: C,
  declared: Appealable<C>,
  command: Command,
  id: string,
  { uphold, reason }: AppealDecision,
): Promise<Result<string>> {
  const appeal = await appealOf(ctx, id);
  if (appeal.applied.some(({ cmd }) => cmd === command.id)) return ok(id);
  const kind = appealReview(declared);
  if (!(await mayDecide(ctx, command.actor, kind, id, await kind.read(ctx, id))))
    return refused('common.not-allowed');
  if (reason.trim() === '') return refused('appeals.reason-missing');
  const blocked = undecidable(command, appeal);
  if (blocked) return blocked;
  const { seen: _, ...own } = command;
  const once = { ...own, id: `appeal/${id}` };
  const written = uphold
    ? await upheld(ctx, declared, once, appeal)
    : await declared.anew(ctx, once, appeal.subject);
  if (!written.ok) return written;
  const state = written.value === UPHELD ? ('upheld' as const) : ('overturned' as const);
  return change(ctx, appeals, id, command, (now) => {
    if (now.state !== 'open') return alreadyDecided(now);
    const { kind: about, person } = now;
    return ok({
      action: `appeal ${state}`,
      set: { state, decidedBy: command.actor.id, decidedAt: ctx.clock.now(), reason: reason.trim() },
      events: [appealDecided({ appeal: id, kind: about, person })],
      result: id,
    });
  });
}

const undecidable = (command: Command, appeal: Appeal): Refused | null =>
  appeal.state === 'open' ? refuseUnseen(command, appealVersion(appeal)) : alreadyDecided(appeal);

const alreadyDecided = ({ decidedBy, decidedAt }: Appeal): Refused =>
  refused('common.already-decided', { by: decidedBy, at: decidedAt?.toISOString() ?? null });

/** Noted where the decision stands. */
async function upheld<C extends StoreContext>(
  ctx: C,
  declared: Appealable<C>,
  command: Command,
  appeal: Appeal,
): Promise<Result<unknown>> {
  const { _id, kind, subject } = appeal;
  const owner = await declared.ownerId(ctx, subject);
  return change(ctx, declared.owner, owner, command, async () =>
    (await stands(ctx, declared, appeal))
      ? ok({
          action: 'decision upheld on appeal',
          set: {},
          details: { appeal: _id, kind, subject },
          result: UPHELD,
        })
      : refused('appeals.overtaken'),
  );
}
