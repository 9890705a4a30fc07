// The three languages hold the same texts with the same variables, and each the plural forms of its grammar.
import { languages } from '../../../engine/kernel/languages.ts';
import type { Check } from './check.ts';
import { allTexts, pluralForm, type Texts, withoutPlural } from './texts.ts';

/** Of each text its forms: itself alone, or one for each plural. */
type Forms = ReadonlyMap<string, readonly Form[]>;
type Form = readonly [key: string, value: string];

export const textParity: Check = {
  name: 'kk, ru and en hold the same texts',
  run: () => {
    const forms = new Map([...allTexts()].map(([language, texts]) => [language, formsOf(texts)]));
    const keys = new Set([...forms.values()].flatMap((each) => [...each.keys()]));
    return languages.flatMap((language) =>
      [...keys].flatMap((key) => [
        ...faultsOf(language, key, forms.get(language)?.get(key) ?? []),
        ...variableFaults(language, key, forms),
      ]),
    );
  },
};

function formsOf(texts: Texts): Forms {
  const forms = new Map<string, Form[]>();
  for (const form of texts) {
    const key = withoutPlural(form[0]);
    const known = forms.get(key);
    if (known) known.push(form);
    else forms.set(key, [form]);
  }
  return forms;
}

function faultsOf(language: string, key: string, own: readonly Form[]): string[] {
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
function variablesOf(forms: readonly Form[]): string {
  const found = forms.flatMap(([, value]) =>
    [...value.matchAll(/\{\{\s*-?\s*([\w.]+)/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set(found)].sort().join(', ');
}

function variableFaults(language: string, key: string, forms: ReadonlyMap<string, Forms>): string[] {
  const [mine, english] = [language, 'en'].map((each) => variablesOf(forms.get(each)?.get(key) ?? []));
  return mine === english ? [] : [`${language}: ${key} uses {${mine}}, English uses {${english}}`];
}
