// What the credit's scripts at the staff desk share: their words, and one's own organisations.
import { type Role, scopesOf } from '../../../../engine/kernel/actor.ts';
import { organisationOf } from '../../../../engine/organisations/accreditation.ts';
import type { Organisation } from '../../../../engine/organisations/store.ts';
import { wordsOf } from '../../shared/endings.ts';
import type { StaffTalk } from '../../shared/staff/staff-talk.ts';

export { hasRole, type StaffTalk } from '../../shared/staff/staff-talk.ts';

export const { button, ending } = wordsOf((name) => `credit-staff:${name}`);

/** The organisations where the person has one of these roles. */
export async function ownOrganisations(
  talk: StaffTalk,
  ...roles: readonly Role[]
): Promise<readonly Organisation[]> {
  const scopes = roles.flatMap((role) => scopesOf(talk.actor, role));
  const bins = scopes.flatMap((scope) => /^organisation:(.+)$/u.exec(scope)?.[1] ?? []);
  return Promise.all([...new Set(bins)].map((bin) => organisationOf(talk.env, bin)));
}
