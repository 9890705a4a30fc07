// The staff whom an actor may see: operators those whom they lead, the head of an organisation its own people.
import { trusted } from 'mongoose';
import type { Actor, Grant, Role } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import { folded } from '../kernel/names.ts';
import { reachesNowhere, type Span, spanOf } from '../kernel/span.ts';
import type { StoreContext } from '../store/context.ts';
import { containing, mapPage, type Page, type PageRequest, pageOf } from '../store/page.ts';
import { people } from './store.ts';

export interface StaffSearch {
  /** Whichever counts as staff here. */
  readonly roles: readonly Role[];
  readonly q?: string;
  /** For those who lead all of these roles, wherever they are held. */
  readonly everywhere: boolean;
}

export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  /** Only those that the actor may see. */
  readonly grants: readonly Grant[];
}

/** @throws AppError `forbidden` for an actor who leads no one */
export async function staffSeenBy(
  ctx: StoreContext,
  actor: Actor,
  { roles, q, everywhere }: StaffSearch,
  page: PageRequest,
): Promise<Page<StaffMember>> {
  const span = everywhere ? 'all' : spanOf(actor, ['head'], 'organisation');
  if (reachesNowhere(span)) throw new AppError('forbidden', 'sees no staff');
  const grant = { role: { $in: roles }, ...(span !== 'all' && { scope: { $in: scopes(span) } }) };
  const filter = {
    grants: trusted({ $elemMatch: grant }),
    ...(q !== undefined && { searchName: containing(folded(q)) }),
  };
  const found = await pageOf(ctx, people, filter, { by: 'searchName', of: 'text' }, page);
  return mapPage(found, ({ _id, name, language, grants }) => ({
    id: _id,
    name,
    language,
    grants: grants.filter(({ role: held, scope }) => roles.includes(held) && seen(span, scope)),
  }));
}

const scopes = (span: ReadonlySet<string>): string[] => [...span].map((id) => `organisation:${id}`);

const seen = (span: Span, scope: string): boolean => span === 'all' || scopes(span).includes(scope);
