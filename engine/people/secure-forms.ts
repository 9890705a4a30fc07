// Secure forms as the engine knows them: one link opens one form of one person. What each form asks and keeps is told
// by its own use-case; the pages are api/forms.
import { DAY, HOUR, MINUTE } from '../kernel/clock.ts';
import type { Language } from '../kernel/languages.ts';
import type { StoreContext } from '../store/context.ts';
import { createLink, findLink, type Link } from './links.ts';
import { people } from './store.ts';

const FORM_HOURS = 24;
/** Handed on to somebody who is not expecting it. */
const OUTSIDE_DAYS = 14;
/** What opens everything at once is open for a short time only. */
const RECORD_MINUTES = 30;

/** Links of these kinds open a form; they name its person in `data.person`. */
export const formKinds = [
  'identity-form',
  'guardian-form',
  'documents-form',
  'record-form',
  'organisation-signature',
  'paper-signature',
  'certificate-form',
  'document-form',
  'outside-form',
] as const;
export type FormKindName = (typeof formKinds)[number];

export const isFormKind = (kind: string): kind is FormKindName =>
  (formKinds as readonly string[]).includes(kind);

export interface FormWish {
  readonly kind: FormKindName;
  readonly person: string;
  /** What the form is about besides, by ids only. */
  readonly about?: Readonly<Record<string, string>>;
}

/** @returns the secret of a one-time link to the form */
export function openSecureForm(ctx: StoreContext, { kind, person, about = {} }: FormWish): Promise<string> {
  const data = { ...about, person };
  return createLink(ctx, { kind, data, createdBy: `person:${person}`, validFor: validityOf(kind) });
}

function validityOf(kind: FormKindName): number {
  if (kind === 'record-form') return RECORD_MINUTES * MINUTE;
  return kind === 'outside-form' ? OUTSIDE_DAYS * DAY : FORM_HOURS * HOUR;
}

export interface OpenedForm {
  readonly kind: FormKindName;
  readonly link: Link;
  readonly person: string;
  readonly language: Language;
}

/** Which form a secret opens, whose it is and in which language they read; null when it is used up or has expired. */
export async function secureFormOf(ctx: StoreContext, secret: string): Promise<OpenedForm | null> {
  const link = await findLink(ctx, secret);
  if (!link || !isFormKind(link.kind)) return null;
  const { kind, data } = link;
  const person = await people.on(ctx.db).findById(String(data.person), { language: 1 }).lean();
  return person && { kind, link, person: person._id, language: person.language };
}
