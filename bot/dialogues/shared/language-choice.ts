// The three languages as options, each in its own words: they read the same in every language.
import { languages } from '../../../engine/kernel/languages.ts';
import { text } from '../../../engine/kernel/message.ts';
import type { Option } from '../../dialogue/steps/choose.ts';

export const languageOptions: readonly Option[] = languages.map((language) => ({
  value: language,
  label: text(`common:language.${language}`),
}));
