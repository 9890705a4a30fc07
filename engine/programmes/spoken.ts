// By what a person is found in what was said: their chats, the documents about them, and what timers were set for. For the
// two that go over everything of one person, the copy (record.ts) and the erasure (erasing.ts).
import { appealDocuments } from '../appeals/personal.ts';
import { certificateDocuments } from '../documents/certificates/personal.ts';
import { idsIn } from '../kernel/about.ts';
import type { Spoken } from '../notify/erase.ts';
import { stubsOf } from '../people/reach.ts';
import type { Person } from '../people/store.ts';
import type { EngineContext } from './context.ts';

export const chatsOf = (person: Person): readonly string[] => person.chats.map(({ key }) => key);

export async function spokenOf(ctx: EngineContext, person: Person): Promise<Spoken> {
  const { _id } = person;
  const kept = await Promise.all(ctx.programmes.map(({ personal }) => personal.documents(ctx, _id)));
  const items = await Promise.all(ctx.programmes.map(({ personal }) => personal.erasing.items(ctx, _id)));
  const accounts = [_id, ...(await stubsOf(ctx, _id))];
  const documents = [
    ...accounts.map((each) => `people/${each}`),
    ...kept.flat(),
    ...(await certificateDocuments(ctx, _id)),
    ...(await appealDocuments(ctx, _id)),
  ];
  return {
    person: _id,
    ids: [...new Set([...accounts, ...items.flat(), ...idsIn(...documents)])],
    chats: chatsOf(person),
    documents,
    items: items.flat(),
  };
}
