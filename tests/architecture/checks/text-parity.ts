// The three languages hold the same texts with the same variables, and each the plural forms of its grammar.
import { languages } from '../../../engine/kernel/languages.ts';
import type { Check } from './check.ts';
import { allTexts, pluralForm, type Texts, withoutPlural } from './texts.ts';

export const textParity: Check = {
  name: 'kk, ru and en hold the same texts',
  run: () => {
    const texts = allTexts();
    const keys = new Set([...texts.values()].flatMap((each) => [...each.keys()].map(withoutPlural)));
    return languages.flatMap((language) => {
      const mine = texts.get(language) ?? new Map();
      return [...keys].flatMap((key) => [
        ...faultsOf(language, key, mine),
        ...variableFaults(language, key, texts),
      ]);
    });
  },
};

function faultsOf(language: string, key: string, mine: Texts): string[] {
  const own = [...mine].filter(([each]) => withoutPlural(each) === key);
  if (own.length === 0) return [`${language} lacks ${key}`];
  const empty = own
    .filter(([, value]) => value.trim() === '')
    .map(([each]) => `${language}: ${each} is empty`);
  const forms = own.flatMap(([each]) => pluralForm(each) ?? []);
  if (forms.length === 0) return empty;
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const lacking = needed
    .filter((form) => !forms.includes(form))
    .map((form) => `${language}: ${key} lacks the form ${form}`);
  const foreign = forms
    .filter((form) => !needed.includes(form as Intl.LDMLPluralRule))
    .map((form) => `${language}: ${key} has the form ${form}, which its grammar does not know`);
  return [...empty, ...lacking, ...foreign];
}

/** The variables of a text, without their formats: those of all plural forms together. */
function variablesOf(key: string, texts: Texts): string {
  const own = [...texts].filter(([each]) => withoutPlural(each) === key).map(([, value]) => value);
  const found = own.flatMap((value) =>
    [...value.matchAll(/\{\{\s*-?\s*([\w.]+)/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set(found)].sort().join(', ');
}

function variableFaults(language: string, key: string, texts: ReadonlyMap<string, Texts>): string[] {
  const mine = variablesOf(key, texts.get(language) ?? new Map());
  const english = variablesOf(key, texts.get('en') ?? new Map());
  return mine === english ? [] : [`${language}: ${key} uses {${mine}}, English uses {${english}}`];
}
