// A person appeals against a decision about them: once against each, and only while it stands.
import type { Command } from '../kernel/actor.ts';
import { derivedId } from '../kernel/ids.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import type { Reading } from '../reviews/kind.ts';
import { readingOf } from '../reviews/refresh.ts';
import { create } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import type { Appealable } from './appealable.ts';
import { appealOpened } from './events.ts';
import { type Appeal, appeals } from './store.ts';

type Decided = NonNullable<Reading['decision']>;

/** The decision that the person may appeal against now. */
export async function appealableDecision<C extends StoreContext>(
  ctx: C,
  { kind, against }: Appealable<C>,
  subject: string,
  person: string,
): Promise<Result<Decided>> {
  const reading = await readingOf(ctx, kind, subject);
  if (!reading || reading.about !== person) return refused('appeals.nothing');
  const { state, decision } = reading;
  const isAgainst = state === 'decided' && decision !== null && against.includes(decision.how);
  if (!isAgainst) return refused('appeals.nothing');
  const before = await appeals.on(ctx.db).exists({ _id: idOf(kind.id, subject, decision) });
  return before ? refused('appeals.already') : ok(decision);
}

/** Whether what an appeal is about is still what was decided. */
export async function stands<C extends StoreContext>(
  ctx: C,
  { kind }: Appealable<C>,
  { subject, against }: Pick<Appeal, 'subject' | 'against'>,
): Promise<boolean> {
  const reading = await readingOf(ctx, kind, subject);
  const { decision } = reading ?? { decision: null };
  const isSame = decision?.how === against.how && decision.at.getTime() === against.at.getTime();
  return isSame && reading?.state === 'decided';
}

const idOf = (kind: string, subject: string, { at }: Decided): string =>
  derivedId(`appeal/${kind}/${subject}/${at.toISOString()}`);

/** The actor is the person. @returns the appeal's id */
export async function openAppeal<C extends StoreContext>(
  ctx: C,
  declared: Appealable<C>,
  command: Command,
  { subject, words }: { readonly subject: string; readonly words: string },
): Promise<Result<string>> {
  const person = command.actor.id;
  const earlier = await appeals.on(ctx.db).findOne({ person, 'applied.cmd': command.id }).lean();
  if (earlier) return ok(earlier._id);
  const found = await appealableDecision(ctx, declared, subject, person);
  if (!found.ok) return found;
  const kind = declared.kind.id;
  const id = idOf(kind, subject, found.value);
  const { how, by, at } = found.value;
  const fresh = {
    ...{ kind, subject, person, words, against: { how, by, at } },
    ...{ openedAt: ctx.clock.now(), state: 'open' as const },
    ...{ decidedBy: null, decidedAt: null, reason: null },
  };
  const made = await create(ctx, appeals, id, command, {
    ...{ action: 'appeal opened', set: fresh, result: id, details: { kind, subject } },
    events: [appealOpened({ appeal: id, kind, person })],
  });
  return made.created ? ok(made.result) : refused('appeals.already');
}
