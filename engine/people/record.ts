// What the shared part keeps of a person, as they may take it with them: the profile with consents and chats, whom they
// represent, and the links that were made for them. Sealed numbers are opened by `ownNumbers` alone, for the person alone.
import { trusted } from 'mongoose';
import type { StoreContext } from '../store/context.ts';
import { giverOf } from './consents.ts';
import { linksAbout } from './links.ts';
import { type Person, people } from './store.ts';

/** Kept for the system's own sake, sealed, or the name once more. All else, also what is new, is the person's to see. */
const OURS: ReadonlySet<string> = new Set<keyof Person>([
  ...(['v', 'applied', 'audit', 'outbox', 'searchName'] as const),
  ...(['iinHash', 'sealedIin', 'sealedIban', 'signatureCheck'] as const),
]);

export async function peopleRecord(ctx: StoreContext, person: Person) {
  const { _id: id, signatureCheck } = person;
  const profile = Object.fromEntries(Object.entries(person).filter(([name]) => !OURS.has(name)));
  return {
    profile,
    signatureBeingChecked: signatureCheck ? { signedAt: signatureCheck.signedAt } : null,
    represents: await represents(ctx, id),
    links: await linksAbout(
      ctx,
      id,
      person.chats.map(({ key }) => key),
    ),
  };
}

/** Minors by id, with the consents that this person gave or took back for them. */
async function represents(ctx: StoreContext, id: string) {
  const mine = {
    _id: trusted({ $ne: id }),
    $or: [{ 'guardian.person': id }, { 'consents.givenBy': id }, { 'consents.withdrawnBy': id }],
  };
  const found = await people
    .on(ctx.db)
    .find(mine as never, { guardian: 1, consents: 1 })
    .lean();
  return found.map((minor) => ({
    person: minor._id,
    guardian: minor.guardian?.person === id ? minor.guardian : null,
    consents: minor.consents.filter((each) => giverOf(minor, each) === id || each.withdrawnBy === id),
  }));
}

/** Personal number and payout account, opened. Only for the person, and never to go through a messenger. */
export function ownNumbers(ctx: StoreContext, { sealedIin, sealedIban }: Person) {
  const open = (sealed: string | null) => (sealed === null ? null : ctx.sealer.open(sealed));
  return { iin: open(sealedIin), iban: open(sealedIban) };
}
