// What the staff desk adds to /mydata: the roles that somebody holds.
import { text } from '../../../../engine/kernel/message.ts';
import type { KnownPerson, MoreData } from '../../shared/my-data.ts';

export async function roleData(_talk: unknown, { grants }: KnownPerson): Promise<MoreData> {
  const held = new Set(grants.map(({ role }) => role).filter((role) => role !== 'student'));
  const texts = [...held].map((role) => text('credit-staff:my-data.role', { role }));
  return { texts: [...texts, text('credit-staff:my-data.decisions')], buttons: [] };
}
