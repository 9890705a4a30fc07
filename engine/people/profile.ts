// What is asked of a person once, for every programme: the shared part of registration. Consents, and what a programme
// asks besides, are the programme's.
import type { Command } from '../kernel/actor.ts';
import { isLocalDate } from '../kernel/calendar.ts';
import type { Language } from '../kernel/languages.ts';
import { type Result, refused } from '../kernel/result.ts';
import type { StoreContext } from '../store/context.ts';
import { registerPerson } from './register.ts';
import type { Person } from './store.ts';

export const profileParts = ['name', 'birthDate', 'region', 'phone'] as const;
export type ProfilePart = (typeof profileParts)[number];

/** Parts that may be left out: they are asked, and nobody is turned away without them. */
const optional: readonly ProfilePart[] = ['phone'];

/** Strings that are empty, or null, where nothing is known. */
export type Profile = Readonly<Record<ProfilePart, string | null>>;

export const knownParts = (person: Pick<Person, ProfilePart> | null): readonly ProfilePart[] =>
  profileParts.filter((part) => Boolean(person?.[part]));

/** What has to be asked before somebody can take part. @param needed a manifest's `profile`; parts of its own are no matter here */
export const missingParts = (
  person: Pick<Person, ProfilePart> | null,
  needed: readonly string[],
): readonly ProfilePart[] =>
  profileParts.filter(
    (part) => needed.includes(part) && !optional.includes(part) && !knownParts(person).includes(part),
  );

export interface NewProfile extends Profile {
  readonly chat: string;
  readonly language: Language;
}

/** Registers whoever writes in a chat, without role or consent, or completes what is known of them. @returns their id */
export async function registerProfile(
  ctx: StoreContext,
  command: Command,
  { name, birthDate, ...rest }: NewProfile,
): Promise<Result<string>> {
  if (birthDate && !isLocalDate(birthDate)) return refused('common.birth-date-unreadable');
  return registerPerson(ctx, command, {
    ...rest,
    name: name ?? '',
    ...(birthDate && { birthDate }),
    ...{ grants: [], student: null, consents: [] },
  });
}
