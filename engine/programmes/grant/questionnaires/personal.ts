// A contact is on the list as long as its consent is in force. Whose it was is not kept beside any answer, before or after.
import { type Command, systemActor } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { listDocument } from '../attendance/list-document.ts';
import { replaceFile } from '../evidence/replace-file.ts';
import { planOf, projectOf } from '../project/cases.ts';
import { contactsOfPerson, contactsOn } from './contacts.ts';
import { type Contact, grantContacts, grantQuestionnaires, type Questionnaire } from './store.ts';

export const contactsRecord = async (ctx: EngineContext, person: string) =>
  (await contactsOfPerson(ctx, person)).map(({ project, activity, name, phone, on }) => ({
    ...{ project, activity, name, phone, on },
  }));

/** Idempotent. @param cause names why, the same for a repeat */
export async function dropContacts(ctx: EngineContext, person: string, cause: string): Promise<void> {
  for (const contact of await contactsOfPerson(ctx, person)) {
    const command: Command = { id: `${cause}/${contact._id}`, actor: systemActor };
    await change(ctx, grantContacts, contact._id, command, () =>
      ok({ action: 'contact emptied', set: { name: null, phone: null }, result: null }),
    );
    await writeAnew(ctx, cause, contact);
  }
}

async function writeAnew(
  ctx: EngineContext,
  cause: string,
  { list, project, activity }: Contact,
): Promise<void> {
  const found = (await grantQuestionnaires.on(ctx.db).find({ project }).lean()) as unknown as Questionnaire[];
  const sent = found.find(({ contactList }) => contactList === list)?.contactEvidence ?? [];
  if (sent.length === 0) return;
  const plan = planOf(await projectOf(ctx, project));
  const rows = (await contactsOn(ctx, list)).map(({ name, phone }) => [name ?? '', phone ?? ''] as const);
  const bytes = await listDocument(ctx, { kind: 'contacts', plan, activity, date: null, rows });
  for (const each of sent) await replaceFile(ctx, cause, each, bytes);
}
