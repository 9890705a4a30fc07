// Creates a person from the chat in which they first register. The id follows from the chat, so that two devices or a
// repeat of the same message make one person. A chat of the same name at the other desk is the same person: otherwise
// somebody could register as a student here, as the head there, and confirm their own hours.
import type { Command, Grant } from '../kernel/actor.ts';
import { chatAddress } from '../kernel/chat.ts';
import { derivedId } from '../kernel/ids.ts';
import type { Language } from '../kernel/languages.ts';
import { folded } from '../kernel/names.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { change, create } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { registered } from './events.ts';
import { personOfChat } from './reach.ts';
import { type Person, people } from './store.ts';

export interface NewPerson {
  readonly chat: string;
  readonly name: string;
  readonly language: Language;
  readonly region: string | null;
  readonly phone: string | null;
  /** `YYYY-MM-DD`, where it was asked. */
  readonly birthDate?: string;
  readonly grants: readonly Grant[];
  readonly student: Person['student'];
  readonly consents: Person['consents'];
  readonly demo?: boolean;
}

/** A messenger's chat belongs to one person, whichever desk they talk to. */
async function personIdOf(ctx: StoreContext, key: string): Promise<string> {
  const { channel, chat } = chatAddress(key);
  // Keyed: an account's number is short, and who has only the ids must not find it by trying.
  const words = ctx.sealer.hash(`person of ${channel}.${chat}`);
  for (let life = 1; ; life += 1) {
    const id = derivedId(life === 1 ? words : `${words} ${life}`);
    const known = await people.on(ctx.db).findById(id, { erasure: 1, merged: 1 }).lean();
    // Whoever was erased and comes back is somebody new; the stub of a merged account is nobody.
    if (!known?.erasure?.doneAt && !known?.merged) return id;
  }
}

/**
 * Registers a person, or completes the one who already writes in this chat, at this desk or the other.
 * @returns the person's id
 */
export async function registerPerson(
  ctx: StoreContext,
  command: Command,
  input: NewPerson,
): Promise<Result<string>> {
  const known = await personOfChat(ctx, input.chat);
  if (known) return completePerson(ctx, command, known._id, input);
  const id = await personIdOf(ctx, input.chat);
  const made = await create(ctx, people, id, command, {
    action: 'person registered',
    set: firstState(ctx, id, input),
    events: [registered({ person: id })],
    result: id,
    details: { grants: input.grants, consents: input.consents.map((each) => each.purpose) },
  });
  return made.created ? ok(made.result) : completePerson(ctx, command, id, input);
}

function firstState(ctx: StoreContext, id: string, input: NewPerson) {
  return {
    name: input.name,
    searchName: folded(input.name),
    language: input.language,
    region: input.region,
    phone: input.phone,
    birthDate: input.birthDate ?? null,
    chats: [chatOf(ctx, input.chat)],
    grants: [...input.grants],
    consents: byThemselves(id, input.consents),
    student: input.student,
    iinHash: null,
    sealedIin: null,
    sealedIban: null,
    ibanTail: null,
    demo: input.demo ?? false,
    createdAt: ctx.clock.now(),
  };
}

function completePerson(
  ctx: StoreContext,
  command: Command,
  id: string,
  input: NewPerson,
): Promise<Result<string>> {
  return change(ctx, people, id, command, (person) => {
    if (person.merged) return refused('common.just-merged');
    if (person.erasure) return refused('common.being-erased');
    if (input.student && person.student) return refused('common.already-registered');
    return ok({
      action: 'profile completed',
      set: {
        name: input.name,
        searchName: folded(input.name),
        language: input.language,
        region: input.region ?? person.region,
        phone: input.phone ?? person.phone,
        // Registering again makes no adult of a minor: see birth-date.ts for putting a date right.
        birthDate: person.birthDate ?? input.birthDate ?? null,
        student: input.student ?? person.student,
        // Only where it is new: what is noted of known chats meanwhile must not be undone.
        ...(!isIn(person.chats, input.chat) && { chats: [...person.chats, chatOf(ctx, input.chat)] }),
        grants: withGrants(person.grants, input.grants),
        consents: [...person.consents, ...byThemselves(id, input.consents)],
      },
      result: id,
      details: { grants: input.grants, consents: input.consents.map((each) => each.purpose) },
    });
  });
}

/** Who registers consents for themselves. */
const byThemselves = (id: string, consents: Person['consents']): Person['consents'] =>
  consents.map((each) => ({ givenBy: id, ...each }));

const isIn = (chats: Person['chats'], key: string): boolean => chats.some((each) => each.key === key);

const chatOf = (ctx: StoreContext, key: string): Person['chats'][number] => {
  const { desk } = chatAddress(key);
  return { key, desk, usedAt: ctx.clock.now(), reachable: true };
};

/** Adds grants that are not held yet. */
export function withGrants(held: Person['grants'], added: readonly Grant[]): Person['grants'] {
  const isNew = (grant: Grant) =>
    !held.some((each) => each.role === grant.role && each.scope === grant.scope);
  return [...held, ...added.filter(isNew)];
}
