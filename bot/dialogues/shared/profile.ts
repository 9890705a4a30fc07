// The questions about a person that every programme shares, for the shared registration and for those that ask more at
// once. What is known of them is not asked again: it is read from their document where the draft has no answer.
import { chatKey } from '../../../engine/kernel/chat.ts';
import { type Text, text } from '../../../engine/kernel/message.ts';
import { knownParts, type Profile, type ProfilePart, profileParts } from '../../../engine/people/profile.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import type { Person } from '../../../engine/people/store.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import type { InputStep } from '../../dialogue/step.ts';
import { ask } from '../../dialogue/steps/ask.ts';
import { choose } from '../../dialogue/steps/choose.ts';
import type { Change } from '../../dialogue/steps/review.ts';
import { answer, type Talk } from '../../dialogue/talk.ts';
import { birthDate } from '../fields/birth-date.ts';
import { fullName } from '../fields/full-name.ts';
import { phone } from '../fields/phone.ts';
import { regionOptions } from '../fields/regions.ts';

/** Ids of the steps: they stand in stored drafts. */
const stepOf: Readonly<Record<ProfilePart, string>> = {
  name: 'name',
  birthDate: 'birth',
  region: 'region',
  phone: 'phone',
};

type Question = (key?: string) => InputStep<EngineContext>;

/** One question each; a programme may say in its own words what it needs the answer for. */
export const profileQuestion: Readonly<Record<ProfilePart, Question>> = {
  name: (key = 'register:which-name') => ask(stepOf.name, fullName, key),
  birthDate: (key = 'register:which-birth-date') => ask(stepOf.birthDate, birthDate, key),
  region: (key = 'register:which-region') => choose(stepOf.region, regionOptions, key),
  phone: (key = 'register:which-phone') => ask(stepOf.phone, phone, key, { optional: true }),
};

export const profileChanges: readonly Change[] = [
  { step: stepOf.name, label: 'register:change.name' },
  { step: stepOf.birthDate, label: 'register:change.birth-date' },
  { step: stepOf.region, label: 'register:change.region' },
  { step: stepOf.phone, label: 'register:change.phone' },
];

/** The steps that are not asked: their answer is known, or nobody needs it. @param needed a manifest's `profile` */
export const notAsked = (
  person: Person | null,
  needed: readonly string[] = profileParts,
): readonly string[] =>
  profileParts
    .filter((part) => knownParts(person).includes(part) || !needed.includes(part))
    .map((part) => stepOf[part]);

/** What was answered, and what was known already. */
export async function profileIn({ env, draft, address }: Talk<EngineContext>): Promise<Profile> {
  const person = await personOfChat(env, chatKey(address));
  const part = (name: ProfilePart): string | null => answer(draft, stepOf[name]) || (person?.[name] ?? null);
  return { name: part('name'), birthDate: part('birthDate'), region: part('region'), phone: part('phone') };
}

/** One paragraph each, for a review: only of what is needed. */
export const profileFacts = (profile: Profile, needed: readonly string[]): readonly Text[] => {
  const { name, birthDate: birth, region, phone: number } = profile;
  const facts: Readonly<Record<ProfilePart, Text>> = {
    name: text('register:fact.name', { name: name ?? '' }),
    birthDate: text('register:fact.birth-date', { birth: birth ?? '' }),
    region: text('register:fact.region', { region: region ?? '' }),
    phone: text('register:fact.phone', { phone: number || '—' }),
  };
  return profileParts.filter((part) => needed.includes(part)).map((part) => facts[part]);
};
