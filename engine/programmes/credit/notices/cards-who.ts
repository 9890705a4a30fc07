// The line of a card that says who the student is. A university is named in the reader's language.
import type { TextParams } from '../../../kernel/result.ts';
import type { personView } from '../views/review-items.ts';

type PersonView = Awaited<ReturnType<typeof personView>>;

/** Parameters of `$t(credit-staff:who.{{who}})`. */
export function whoParams({ name, year, university }: PersonView): TextParams {
  if (!university || year === null) return { who: 'person', student: name };
  const { kk, ru, en } = university;
  return { who: 'student', student: name, year, universityKk: kk, universityRu: ru, universityEn: en };
}

/** Who decided and when, as a result line takes them; `—` for nobody known. */
export const decidedParams = (by: string, at: Date | null, reason: string | null = null): TextParams => ({
  by: by === '' ? '—' : by,
  ...(at && { at: at.toISOString() }),
  reason: reason ?? '',
});
