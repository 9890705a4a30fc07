// What the grant programme does when people use their rights over their data. A signed plan and accepted evidence stay, under the
// meaningless id; names, contacts, notes and places go. Files are deleted with the person's.
import { type Command, systemActor } from '../../kernel/actor.ts';
import { folded } from '../../kernel/names.ts';
import { ok } from '../../kernel/result.ts';
import { people } from '../../people/store.ts';
import { change } from '../../store/command.ts';
import type { EngineContext } from '../context.ts';
import type { PersonalPart } from '../programme.ts';
import { attendanceRecord, attendedBy, eraseAttendance } from './attendance/personal.ts';
import { grantAttendees } from './attendance/store.ts';
import { CONTACTS_PURPOSE, contactsOfPerson } from './questionnaires/contacts.ts';
import { contactsRecord, dropContacts } from './questionnaires/personal.ts';
import { grantContacts } from './questionnaires/store.ts';
import { type GrantReport, grantReports } from './report/store.ts';
import { type GrantEvidence, type GrantProject, grantEvidence, grantProjects } from './store.ts';
import { ownProjects } from './views/projects.ts';

const by = (what: string): Command => ({ id: `erase/${what}`, actor: systemActor });

const ledBy = (ctx: EngineContext, lead: string): Promise<readonly GrantProject[]> =>
  grantProjects.on(ctx.db).find({ lead }).lean() as unknown as Promise<GrantProject[]>;

const sentBy = (ctx: EngineContext, person: string): Promise<readonly GrantEvidence[]> =>
  grantEvidence.on(ctx.db).find({ sentBy: person }).lean() as unknown as Promise<GrantEvidence[]>;

const reportsBy = (ctx: EngineContext, person: string): Promise<readonly GrantReport[]> =>
  grantReports.on(ctx.db).find({ madeBy: person }).lean() as unknown as Promise<GrantReport[]>;

/** Projects in whose block II the person is named, by their name as Qadam knows it. */
async function forgetContacts(ctx: EngineContext, personId: string): Promise<void> {
  const person = await people.on(ctx.db).findById(personId, { name: 1, grants: 1 }).lean();
  if (!person || person.name === '') return;
  const own = ownProjects({ kind: 'person', id: personId, grants: person.grants });
  const led = (await ledBy(ctx, personId)).map(({ _id }) => _id);
  const isTheirs = ({ name }: GrantProject['contacts'][number]): boolean =>
    folded(name) === folded(person.name);
  for (const id of new Set([...own, ...led])) {
    const found = await grantProjects.on(ctx.db).findById(id, { contacts: 1 }).lean();
    if (!found?.contacts.some(isTheirs)) continue;
    await change(ctx, grantProjects, id, by(`${personId}/contacts/${id}`), ({ contacts }) =>
      ok({
        action: 'contact erased',
        set: { contacts: contacts.filter((each) => !isTheirs(each)) },
        result: null,
      }),
    );
  }
}

export const personal: PersonalPart = {
  // A team works under its contract, and not by consent; a contact is on the contract's list by consent alone.
  purposes: [CONTACTS_PURPOSE],
  consentEnded: dropContacts,
  documents: async (ctx, id) => [
    ...(await ledBy(ctx, id)).map(({ _id }) => `${grantProjects.name}/${_id}`),
    ...(await sentBy(ctx, id)).map(({ _id }) => `${grantEvidence.name}/${_id}`),
    ...(await attendedBy(ctx, id)).map(({ _id }) => `${grantAttendees.name}/${_id}`),
    ...(await contactsOfPerson(ctx, id)).map(({ _id }) => `${grantContacts.name}/${_id}`),
    ...(await reportsBy(ctx, id)).map(({ _id }) => `${grantReports.name}/${_id}`),
  ],
  async record(ctx, id) {
    const [projects, evidence] = [await ledBy(ctx, id), await sentBy(ctx, id)];
    const [attendance, contacts] = [await attendanceRecord(ctx, id), await contactsRecord(ctx, id)];
    if ([projects, evidence, attendance, contacts].every(({ length }) => length === 0)) return null;
    return {
      ...{ attendance, contacts },
      projects: projects.map(({ _id, draft, versions, money, impact, createdAt }) => ({
        ...{ id: _id, draft, money, impact, createdAt },
        versions: versions.map(({ no, state, sentAt, inForceAt }) => ({ no, state, sentAt, inForceAt })),
      })),
      reports: (await reportsBy(ctx, id)).map(({ _id, kind, on, docId, state, sentAt, decision }) => ({
        ...{ id: _id, kind, on, docId, state, sentAt, decision },
      })),
      evidence: evidence.map(
        ({ applied: _applied, outbox: _outbox, audit: _audit, holds: _holds, ...each }) => each,
      ),
    };
  },
  async hasRecords(ctx, id) {
    const found = [
      await grantProjects.on(ctx.db).exists({ lead: id }),
      await grantEvidence.on(ctx.db).exists({ sentBy: id }),
      await grantAttendees.on(ctx.db).exists({ person: id }),
      await grantContacts.on(ctx.db).exists({ person: id }),
    ];
    return found.some((each) => each !== null);
  },
  erasing: {
    waitsFor: async () => [],
    end: forgetContacts,
    items: async (ctx, id) => [
      ...(await ledBy(ctx, id)).map(({ _id }) => _id),
      ...(await sentBy(ctx, id)).map(({ _id }) => _id),
      ...(await attendedBy(ctx, id)).map(({ _id }) => _id),
      ...(await contactsOfPerson(ctx, id)).map(({ _id }) => _id),
      ...(await reportsBy(ctx, id)).map(({ _id }) => _id),
    ],
    counts: async () => false,
    async erase(ctx, id) {
      await forgetContacts(ctx, id);
      await eraseAttendance(ctx, id);
      await dropContacts(ctx, id, `erase/${id}`);
      for (const { _id } of await sentBy(ctx, id))
        await change(ctx, grantEvidence, _id, by(`${id}/${_id}`), ({ decision }) =>
          ok({
            action: 'texts erased',
            set: {
              // Whose report it was stays, under the meaningless id: two of the erased are not one.
              ...{ media: [], note: null, place: null },
              decision: decision && { ...decision, comment: null },
            },
            result: null,
          }),
        );
    },
  },
};
