// The person's own document on the way out: the wish is noted first, so that whatever breaks off is taken up again; the
// rest of the person's traces goes next; the document is emptied last, and stays as a stub under its meaningless id.
import type { Command } from '../kernel/actor.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { actorName, type Bookkeeping } from '../store/owned.ts';
import { withdrawn } from './consents.ts';
import { erased, erasureAsked } from './events.ts';
import { stubsOf } from './reach.ts';
import { type Person, people } from './store.ts';

/** Notes the wish; from now on the person holds no role and nothing of theirs may be processed. @returns their id */
export async function askErasure(
  ctx: StoreContext,
  command: Command,
  personId: string,
  ground: string,
): Promise<Result<string>> {
  const stubs = await stubsOf(ctx, personId);
  return change(ctx, people, personId, command, (person) => {
    if (person.merged) return refused('common.just-merged');
    if (person.erasure) return refused('common.being-erased');
    const now = ctx.clock.now();
    return ok({
      action: 'erasure asked',
      set: {
        erasure: { askedAt: now, askedBy: actorName(command.actor), doneAt: null },
        grants: [],
        consents: person.consents.map((each) => withdrawn(each, now, command.actor.id)),
      },
      events: [erasureAsked({ person: personId, stubs: [...stubs] })],
      result: personId,
      details: { ground, roles: person.grants.map(({ role }) => role) },
    });
  });
}

/** What the stub keeps. A property that is new in the document must be put here or emptied below, or nothing compiles. */
type Kept =
  | keyof Bookkeeping
  | 'language'
  | 'chats'
  | 'grants'
  | 'consents'
  | 'demo'
  | 'createdAt'
  | 'erasure'
  | 'merged';

/** A person's document without the person. */
export const blank = {
  name: '',
  searchName: '',
  region: null,
  phone: null,
  phoneProven: null,
  birthDate: null,
  student: null,
  guardian: null,
  iinHash: null,
  sealedIin: null,
  iinConfirmed: null,
  signatureCheck: null,
  sealedIban: null,
  ibanTail: null,
  merges: [],
  joinAsks: [],
} satisfies Required<Omit<Person, Kept>>;

/** Empties the document of all but its chats: what still arrives there has to be found. */
export async function blankPerson(ctx: StoreContext, command: Command, personId: string): Promise<void> {
  await change(ctx, people, personId, command, () =>
    ok({ action: 'profile erased', set: blank, result: personId }),
  );
}

/** The last step: the chats are nobody's. Who writes in them is a newcomer. */
export async function endErasure(ctx: StoreContext, command: Command, personId: string): Promise<void> {
  await change(ctx, people, personId, command, (person) => {
    if (!person.erasure) return refused('common.already-done');
    return ok({
      action: 'person erased',
      set: { chats: [], erasure: { ...person.erasure, doneAt: ctx.clock.now() } },
      events: [erased({ person: personId })],
      result: personId,
    });
  });
}
