// Who signs certificates: the head of the programme's administrator, each from the first day in office to the last. The names
// of an entry are position and name as they stand on the certificate.
import type { LocalDate } from '../../../kernel/calendar.ts';
import { type Entry, referenceCollection } from '../../../reference/collection.ts';
import { entriesOf } from '../../../reference/entries.ts';
import type { StoreContext } from '../../../store/context.ts';

/** Until the operator has named one. */
const unnamed: Entry = {
  id: 'unnamed',
  kk: 'Бағдарлама әкімшісінің бірінші басшысы',
  ru: 'Первый руководитель администратора программы',
  en: 'Head of the programme’s administrator',
  ...{ from: null, to: null },
};

export const signers = referenceCollection({
  name: 'certificate-signers',
  stored: 'badge_signers',
  extra: {},
  seeds: (prefix) => (unnamed.id.startsWith(prefix) ? [unnamed] : []),
});

/** Of those in office on that day, whoever came last. */
export async function signerOn(
  ctx: Pick<StoreContext, 'db'>,
  on: LocalDate,
): Promise<Pick<Entry, 'kk' | 'ru' | 'en'>> {
  const inOffice = (await entriesOf(ctx, signers, { on })).map(({ entry }) => entry);
  const named = inOffice.filter(({ id }) => id !== unnamed.id);
  const [last = unnamed] = named.sort((a, b) => ((a.from ?? '') > (b.from ?? '') ? -1 : 1));
  const { kk, ru, en } = last;
  return { kk, ru, en };
}
