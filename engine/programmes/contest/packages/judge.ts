// What is complete and what is missing in a package: the rules count words and ask for the JPEG, the texts are examined
// beside them. Which text of the regulation rules is the edition's (`packages.by`): the Russian one has the 250 words and
// the JPEG, the Kazakh one asks for information on the achievements and a photo only.
import { type Language, languages } from '../../../kernel/languages.ts';
import type { Reason } from '../../../kernel/result.ts';
import { type DecisionReceipt, decision, type Facts, textOf } from '../../../rules/rule-book.ts';
import type { EngineContext } from '../../context.ts';
import { because } from '../reason.ts';
import type { Edition } from '../store.ts';
import type { Package } from './store.ts';

export interface Progress {
  readonly words: number;
  readonly need: number;
  readonly faults: readonly Reason[];
}

export interface Judged {
  /** Words that count, of how many. */
  readonly progress: Readonly<Record<Language, Progress>>;
  readonly hasPhoto: boolean;
  /** Everything that is missing or wrong, in words; none where the package is complete. */
  readonly missing: readonly Reason[];
  /** The rules' decision; null where the Kazakh text of the regulation rules. */
  readonly receipt: DecisionReceipt | null;
}

export type Given = Pick<Package, 'texts' | 'photo' | 'copied'>;

export async function judge(
  ctx: Pick<EngineContext, 'rules'>,
  { packages: { by }, legalDay }: Pick<Edition, 'packages' | 'legalDay'>,
  given: Given,
): Promise<Judged> {
  const need = by === 'ru' ? ctx.rules.number('contest', 'descriptionWords', legalDay) : 0;
  const { texts, photo, copied } = given;
  const progress = inEach((language) => ({
    ...{ words: texts[language].words, faults: texts[language].faults, need },
  }));
  const wrong = languages.flatMap((language) => texts[language].faults);
  const asked = by === 'ru' ? await byRussianText(ctx, legalDay, given) : byKazakhText(given);
  const missing = [...asked.reasons, ...wrong, ...copied, ...(photo ? [] : [because('photo-missing')])];
  return { progress, hasPhoto: photo !== null, missing, receipt: asked.receipt };
}

export const inEach = <T>(of: (language: Language) => T): Readonly<Record<Language, T>> => ({
  kk: of('kk'),
  ru: of('ru'),
  en: of('en'),
});

interface Asked {
  readonly reasons: readonly Reason[];
  readonly receipt: DecisionReceipt | null;
}

async function byRussianText(
  { rules }: Pick<EngineContext, 'rules'>,
  on: string,
  { texts, photo }: Given,
): Promise<Asked> {
  const facts: Facts = {
    'contest.words.kk': texts.kk.words,
    'contest.words.ru': texts.ru.words,
    'contest.words.en': texts.en.words,
    // One that was never given is spoken of by itself.
    'contest.photoIsJpeg': photo?.isJpeg ?? true,
  };
  const evaluation = await rules.evaluate('contest.package', on, facts);
  const reasons = evaluation.reasons.map((reason) => ({ code: reason.code, ...textOf(reason) }));
  return { reasons, receipt: decision(evaluation, facts) };
}

function byKazakhText({ texts }: Given): Asked {
  const isTold = languages.some((language) => texts[language].words > 0);
  return { reasons: isTold ? [] : [because('text-missing')], receipt: null };
}
