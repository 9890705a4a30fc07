// Қаз · Рус · Eng. In the demo the choice is everybody's, so that a whole story can be played in one language.
import { h } from './dom.ts';
import { chooseLanguage, type Language, language, languageNames, languages, onLanguage, t } from './texts.ts';

const fullNames: Readonly<Record<Language, string>> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

export function languageSwitch(chosen: (language: Language) => void): HTMLElement {
  const element = h('div', { class: 'languages', role: 'group' });
  const buttons = languages.map((each) => {
    const button = h('button', { type: 'button', lang: each, title: fullNames[each] }, languageNames[each]);
    button.addEventListener('click', () => {
      chooseLanguage(each);
      chosen(each);
    });
    return [each, button] as const;
  });
  const render = () => {
    element.ariaLabel = t('web:page.language');
    for (const [each, button] of buttons) button.ariaPressed = String(each === language());
  };
  element.append(...buttons.map(([, button]) => button));
  onLanguage(render);
  render();
  return element;
}
