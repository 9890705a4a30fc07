// The contract's list of contacts of those surveyed: with the person's consent, apart from every answer.
import type { Command } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/calendar.ts';
import { DAY } from '../../../kernel/clock.ts';
import { derivedId } from '../../../kernel/ids.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { giveConsent, liveConsent } from '../../../people/consents.ts';
import { people } from '../../../people/store.ts';
import { change, create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { findQuestionnaire } from './open.ts';
import { type Contact, grantContacts, type Questionnaire } from './store.ts';

export const CONTACTS_PURPOSE = 'grant-contacts';
/** Which text the person agreed to. */
const CONTACTS_TEXT = '2026-12-01';
/** As long as a grantor may look at a project's papers. */
const YEARS = 3;

const contactId = (list: string, person: string): string => derivedId(`grant contact ${list} ${person}`);

/** Consents, and puts the person's name and telephone on the list. @param typed of whoever gave none before. @returns the survey's id */
export async function giveContact(
  ctx: EngineContext,
  command: Command,
  questionnaire: string,
  typed: string,
): Promise<Result<string>> {
  const found = await findQuestionnaire(ctx, questionnaire);
  if (!found) return refused('grant-events.no-such-survey');
  if (found.state === 'closed') return refused('surveys.not-open');
  const { actor } = command;
  const person = await people.on(ctx.db).findById(actor.id).lean();
  if (!person || person.erasure) return refused('common.not-allowed');
  const phone = person.phone ?? typed;
  if (phone === '') return refused('grant-events.no-phone');
  if (!liveConsent(person, CONTACTS_PURPOSE, ctx.clock.now())) {
    const until = new Date(ctx.clock.now().getTime() + YEARS * 365 * DAY);
    const consent = {
      purpose: CONTACTS_PURPOSE,
      textVersion: CONTACTS_TEXT,
      until,
      thirdParties: ['grantor'],
    };
    const given = await giveConsent(
      ctx,
      { ...command, id: `${command.id}/consent` },
      {
        ...{ ...consent, person: actor.id, givenBy: actor.id },
      },
    );
    if (!given.ok) return given;
  }
  // A minor's own consent is not enough, and here nobody else gives one.
  const now = await people.on(ctx.db).findById(actor.id).lean();
  if (!liveConsent(now, CONTACTS_PURPOSE, ctx.clock.now())) return refused('grant-events.adults-only');
  return put(ctx, command, found, { person: actor.id, name: person.name, phone });
}

async function put(
  ctx: EngineContext,
  command: Command,
  { _id, project, activity, contactList: list }: Questionnaire,
  { person, name, phone }: Pick<Contact, 'person' | 'name' | 'phone'>,
): Promise<Result<string>> {
  const id = contactId(list, person);
  const on = localDate(ctx.clock.now());
  const made = await create(ctx, grantContacts, id, command, {
    action: 'contact given',
    set: { list, project, activity, person, name, phone, on },
    result: _id,
  });
  if (made.created) return ok(made.result);
  // Withdrawn once and given again.
  return change(ctx, grantContacts, id, command, (contact) =>
    contact.name === null
      ? ok({ action: 'contact given anew', set: { name, phone, on }, result: _id })
      : refused('grant-events.contact-there'),
  );
}

/** Those that stand, by name: in no order that says who came when. */
export async function contactsOn(ctx: EngineContext, list: string): Promise<readonly Contact[]> {
  const found = (await grantContacts.on(ctx.db).find({ list }).lean()) as unknown as Contact[];
  return found
    .filter(({ name }) => name !== null)
    .sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'kk') || (a._id < b._id ? -1 : 1));
}

export const contactsOfPerson = (ctx: EngineContext, person: string): Promise<readonly Contact[]> =>
  grantContacts.on(ctx.db).find({ person }).lean() as unknown as Promise<Contact[]>;
