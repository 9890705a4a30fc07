// A person as operators see them, whatever they take part in.
import { type Actor, holds } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import { derivedId } from '../kernel/ids.ts';
import { type Person, people } from '../people/store.ts';
import { auditOfAll } from '../store/audit-log.ts';
import type { AuditRecord } from '../store/owned.ts';
import type { Page, PageRequest } from '../store/page.ts';
import type { EngineContext } from './context.ts';
import { spokenOf } from './spoken.ts';

export interface PersonCard {
  readonly person: Person;
  /** Ids of the programmes that keep something of them. */
  readonly programmes: readonly string[];
  /** Another one after every change of a document about them. */
  readonly version: string;
}

/** @throws AppError `forbidden`, `not-found` */
export async function personForOperator(ctx: EngineContext, actor: Actor, id: string): Promise<PersonCard> {
  const person = await knownTo(ctx, actor, id);
  const { documents } = await spokenOf(ctx, person);
  const kept = await Promise.all(ctx.programmes.map(({ personal }) => personal.hasRecords(ctx, id)));
  return {
    person,
    programmes: ctx.programmes.filter((_, index) => kept[index]).map((each) => each.id),
    version: await versionOf(ctx, documents),
  };
}

/** The audit records of a person's documents, oldest first. @throws AppError `forbidden`, `not-found` */
export async function timelineForOperator(
  ctx: EngineContext,
  actor: Actor,
  id: string,
  page: PageRequest,
): Promise<Page<AuditRecord>> {
  const person = await knownTo(ctx, actor, id);
  return auditOfAll(ctx, (await spokenOf(ctx, person)).documents, page);
}

async function knownTo(ctx: EngineContext, actor: Actor, id: string): Promise<Person> {
  if (!holds(actor, 'operator', 'all')) throw new AppError('forbidden', 'persons as such are for operators');
  const person = await people.on(ctx.db).findById(id).lean();
  if (!person) throw new AppError('not-found', `participant ${id} does not exist`);
  return person as Person;
}

async function versionOf(ctx: EngineContext, documents: readonly string[]): Promise<string> {
  const versions = await Promise.all(
    documents.map(async (document) => {
      const [name = '', ...id] = document.split('/');
      const found = await ctx.db
        .collection(name)
        .findOne({ _id: id.join('/') as never }, { projection: { v: 1 } });
      return `${document} ${found?.v ?? 0}`;
    }),
  );
  return derivedId(versions.sort().join());
}
