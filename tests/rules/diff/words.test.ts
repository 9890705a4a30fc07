// What operators read of a change, in each language: the sentences of the edits that they make.
import { describe, expect, it } from 'vitest';
import { shippedOf } from '../../../engine/editions/current.ts';
import type { Edition } from '../../../engine/editions/edition.ts';
import { type Language, languages } from '../../../engine/kernel/languages.ts';
import { changeInWords, changesBetween } from '../../../engine/rules/rule-book.ts';
import { hasText, plainText } from '../../../locales/texts.ts';

const FROM = '2027-01-01';
const source = { document: 'sample', section: '1' };
const dated = (value: unknown) => ({ from: FROM, value, status: 'inForce', source });
const consent = { fact: 'credit.consentGiven', operator: 'is', value: true, name: 'credit.no-consent' };

/** An edit of the content as JSON, and the sentences that tell of it. */
interface Edited {
  readonly name: string;
  readonly programme?: string;
  // biome-ignore lint/suspicious/noExplicitAny: the content as an operator edits it, as JSON.
  readonly edit: (content: any) => void;
  readonly said: Readonly<Record<Language, readonly string[]>>;
}

const edits: readonly Edited[] = [
  {
    name: 'a figure from a day on',
    edit: (content) => {
      content.parameters.requiredMinutes.values.push(dated({ '20': 1500, '50': 3000 }));
    },
    said: {
      kk: [
        '«Кредит сағаттары» 2027 ж. 1 қаңтар күнінен бастап: 20 үшін 25 сағ, оған дейін — 20 үшін 20 сағ.',
      ],
      ru: ['«Часы кредита» с 1 января 2027 г.: 25 ч для 20, до этого — 20 ч для 20.'],
      en: ['“Hours of a credit” from 1 January 2027: 25 h for 20, until then 20 h for 20.'],
    },
  },
  {
    name: 'a figure that was wrong',
    edit: ({ parameters }) => {
      parameters.yearHoursCap.values[0].value = 90;
    },
    said: {
      kk: ['«Бір жылғы сағат шегі» 2019 ж. 1 қыркүйек күнінен бастап: 70 сағат орнына 90 сағат.'],
      ru: ['«Предел часов за год» с 1 сентября 2019 г.: 90 часов вместо 70 часов.'],
      en: ['“Hours of credits in a year, at most” from 1 September 2019: 90 hours instead of 70 hours.'],
    },
  },
  {
    name: 'a permission and what is known of it',
    edit: ({ parameters }) => {
      Object.assign(parameters.sameTargetTwice.values[0], {
        value: true,
        status: 'expected',
        note: 'Said in a letter',
      });
    },
    said: {
      kk: [
        '«Бір жылда дәл сондай сағатқа екінші кредит» 2019 ж. 1 қыркүйек күнінен бастап: жоқ орнына иә.',
        '«Бір жылда дәл сондай сағатқа екінші кредит» 2019 ж. 1 қыркүйек күнінен бастап: өзгергені — мәртебе, ескертпе.',
      ],
      ru: [
        '«Второй кредит на столько же часов за год» с 1 сентября 2019 г.: да вместо нет.',
        '«Второй кредит на столько же часов за год» с 1 сентября 2019 г.: изменено — статус, примечание.',
      ],
      en: [
        '“A second credit of the same hours in a year” from 1 September 2019: yes instead of no.',
        '“A second credit of the same hours in a year” from 1 September 2019: status, note changed.',
      ],
    },
  },
  {
    name: 'a figure nobody has a name for yet',
    edit: ({ parameters }) => {
      parameters.lateDays = { unit: 'days', values: [dated(3)] };
    },
    said: {
      kk: ['Жаңа параметр «lateDays»: 3 күн.'],
      ru: ['Новый параметр «lateDays»: 3 дня.'],
      en: ['New parameter “lateDays”: 3 days.'],
    },
  },
  {
    name: 'a figure taken out',
    programme: 'contest',
    edit: ({ parameters }) => {
      delete parameters.publicationsTarget;
    },
    said: {
      kk: ['«Жарияланым саны» параметрі алынды (20 жарияланым).'],
      ru: ['Параметр «Публикаций» убран (20 публикаций).'],
      en: ['The parameter “Publications” is removed (20 publications).'],
    },
  },
  {
    name: 'other requirements from a day on',
    edit: ({ sets }) => {
      const { versions } = sets['credit.completion'];
      const next = { ...structuredClone(versions[0]), from: FROM };
      next.requirements.splice(1, 1);
      next.requirements[0].conditions.all.push(consent);
      versions.push(next);
    },
    said: {
      kk: [
        '«Төлем және қайта есепке алу» 2027 ж. 1 қаңтар күнінен бастап: талаптар басқа.',
        '«Төлем және қайта есепке алу» 2027 ж. 1 қаңтар күнінен бастап, «Кредит сағаттары расталды»: жаңа өлшемшарт credit.consentGiven is true.',
        '«Төлем және қайта есепке алу» 2027 ж. 1 қаңтар күнінен бастап: «Бірінші басшы есепті растады» талабы алынды.',
      ],
      ru: [
        '«Выплата и перезачёт» с 1 января 2027 г.: требования другие.',
        '«Выплата и перезачёт» с 1 января 2027 г., «Часы кредита подтверждены»: новое условие credit.consentGiven is true.',
        '«Выплата и перезачёт» с 1 января 2027 г.: требование «Первый руководитель подтвердил отчёт» убрано.',
      ],
      en: [
        '“Payout and re-credit” from 1 January 2027: different requirements.',
        '“Payout and re-credit” from 1 January 2027, “The hours of the credit are confirmed”: new condition credit.consentGiven is true.',
        '“Payout and re-credit” from 1 January 2027: the requirement “The head has approved the report” is removed.',
      ],
    },
  },
  {
    name: 'conditions, weight, order and cases',
    programme: 'badge',
    edit: ({ sets, cases }) => {
      const [{ requirements }] = sets['badge.bronze'].versions;
      requirements[0].gate = false;
      requirements[2].conditions.all[0].value.param = 'weeksSixMonths';
      requirements[3].conditions = { any: requirements[3].conditions.all };
      requirements.splice(4, 2, requirements[5], requirements[4]);
      cases['badge.bronze'].splice(0, 2);
    },
    said: {
      kk: [
        '«Қола деңгей» 2020 ж. 1 қаңтар күнінен бастап: өзгергені — реті.',
        '«Қола деңгей» 2020 ж. 1 қаңтар күнінен бастап, «Жасыңыз деңгейге сай»: өзгергені — пайызға қосылуы.',
        '«Қола деңгей» 2020 ж. 1 қаңтар күнінен бастап, «Спорт және дене шынықтыру»: sport.qualifyingWeeks atLeast weeksThreeMonths орнына sport.qualifyingWeeks atLeast weeksSixMonths.',
        '«Қола деңгей» 2020 ж. 1 қаңтар күнінен бастап, «Дарын мен дағды»: өзгергені — өлшемшарттардың байланысы.',
        '«Қола деңгей» жинағының тексеру мысалдары: қосылғаны 0, алынғаны 2, өзгергені 0.',
      ],
      ru: [
        '«Бронзовый уровень» с 1 января 2020 г.: изменено — порядок.',
        '«Бронзовый уровень» с 1 января 2020 г., «Ваш возраст подходит для уровня»: изменено — участие в проценте.',
        '«Бронзовый уровень» с 1 января 2020 г., «Спорт и физическая подготовка»: sport.qualifyingWeeks atLeast weeksSixMonths вместо sport.qualifyingWeeks atLeast weeksThreeMonths.',
        '«Бронзовый уровень» с 1 января 2020 г., «Таланты и навыки»: изменено — связь условий.',
        'Проверочные примеры набора «Бронзовый уровень»: добавлено 0, убрано 2, изменено 0.',
      ],
      en: [
        '“Bronze level” from 1 January 2020: order changed.',
        '“Bronze level” from 1 January 2020, “Your age is right for the level”: share in the percentage changed.',
        '“Bronze level” from 1 January 2020, “Sport and fitness”: sport.qualifyingWeeks atLeast weeksSixMonths instead of sport.qualifyingWeeks atLeast weeksThreeMonths.',
        '“Bronze level” from 1 January 2020, “Talents and skills”: how the conditions are joined changed.',
        'Cases of “Bronze level”: 0 added, 2 removed, 0 changed.',
      ],
    },
  },
  {
    name: 'to whom requirements apply',
    programme: 'badge',
    edit: ({ sets }) => {
      const [{ requirements }] = sets['badge.bronze'].versions;
      delete requirements[2].when;
      requirements[3].when.all[0].value = 'sport';
      const adult = { fact: 'age', operator: 'atLeast', value: { param: 'goldMinAge' }, name: 'badge.adult' };
      requirements[0].when = {
        all: [adult, { any: [...requirements[4].when.all, ...requirements[5].when.all] }],
      };
    },
    said: {
      kk: [
        '«Қола деңгей» 2020 ж. 1 қаңтар күнінен бастап, «Жасыңыз деңгейге сай»: тек age atLeast goldMinAge және (badge.chosenDirections includes reading немесе badge.chosenDirections includes heritage) болғанда қолданылады.',
        '«Қола деңгей» 2020 ж. 1 қаңтар күнінен бастап, «Спорт және дене шынықтыру»: бәріне қолданылады (бұрын тек badge.chosenDirections includes sport болғанда).',
        '«Қола деңгей» 2020 ж. 1 қаңтар күнінен бастап, «Дарын мен дағды»: badge.chosenDirections includes talent орнына badge.chosenDirections includes sport болғанда қолданылады.',
      ],
      ru: [
        '«Бронзовый уровень» с 1 января 2020 г., «Ваш возраст подходит для уровня»: применяется, только если age atLeast goldMinAge и (badge.chosenDirections includes reading или badge.chosenDirections includes heritage).',
        '«Бронзовый уровень» с 1 января 2020 г., «Спорт и физическая подготовка»: применяется ко всем (раньше — только если badge.chosenDirections includes sport).',
        '«Бронзовый уровень» с 1 января 2020 г., «Таланты и навыки»: применяется, если badge.chosenDirections includes sport, вместо badge.chosenDirections includes talent.',
      ],
      en: [
        '“Bronze level” from 1 January 2020, “Your age is right for the level”: applies only where age atLeast goldMinAge and (badge.chosenDirections includes reading or badge.chosenDirections includes heritage).',
        '“Bronze level” from 1 January 2020, “Sport and fitness”: applies to everybody (before, only where badge.chosenDirections includes sport).',
        '“Bronze level” from 1 January 2020, “Talents and skills”: applies where badge.chosenDirections includes sport instead of badge.chosenDirections includes talent.',
      ],
    },
  },
];

const wordsOf = (before: Edition, after: Edition, language: Language) =>
  changesBetween(before.programme, before, after).map((change) =>
    changeInWords(
      change,
      (text) => plainText(text, language),
      (key) => hasText(key, language),
    ),
  );

describe.each(edits)('$name', ({ programme = 'credit', edit, said }) => {
  const before = shippedOf(programme);
  const after = structuredClone(before);
  edit(after);
  it.each(languages)('%s', (language) => {
    expect(wordsOf(before, after, language)).toEqual(said[language]);
  });
});
