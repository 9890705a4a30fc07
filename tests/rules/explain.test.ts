// What a participant reads: what is missing, with its unit and what is left, in each language.
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../engine/kernel/languages.ts';
import { explain } from '../../engine/rules/rule-book.ts';
import { plainText } from '../../locales/texts.ts';
import { beginning, completed, ON, shippedBook } from './shipped-book.ts';

const NBSP = /\u00a0/g;

async function said(
  set: string,
  facts: Record<string, unknown>,
  language: Language,
): Promise<readonly string[]> {
  const evaluation = await shippedBook().evaluate(set, ON, facts);
  return explain(evaluation).map((text) => plainText(text, language).replaceAll(NBSP, ' '));
}

const confirmed = (minutes: number) => ({ ...completed, 'credit.confirmedMinutes': minutes });

describe('hours that are short', () => {
  it.each<[Language, number, string]>([
    ['en', 840, '14 of 20 hours confirmed, 6 to go.'],
    ['en', 60, '1 of 20 hours confirmed, 19 to go.'],
    ['en', 830, '13 h 50 min of 20 h confirmed, 6 h 10 min to go.'],
    ['ru', 840, 'Подтверждено 14 часов из 20, осталось 6.'],
    ['ru', 60, 'Подтверждён 1 час из 20, осталось 19.'],
    ['ru', 120, 'Подтверждено 2 часа из 20, осталось 18.'],
    ['ru', 0, 'Подтверждено 0 часов из 20, осталось 20.'],
    ['ru', 830, 'Подтверждено 13 ч 50 мин из 20 ч, осталось 6 ч 10 мин.'],
    ['kk', 840, '20 сағаттан 14 сағат расталды, 6 сағат қалды.'],
    ['kk', 830, 'Расталды: 13 сағ 50 мин, тағы 6 сағ 10 мин қалды (барлығы 20 сағ).'],
  ])('%s, %d minutes: %s', async (language, minutes, text) => {
    expect(await said('credit.completion', confirmed(minutes), language)).toEqual([text]);
  });
});

describe('limits', () => {
  const student = { 'credit.isUniversityStudent': true, 'credit.consentGiven': true };
  const booking = { ...student, 'credit.openInterviews': 3, 'credit.activeParticipations': 0 };

  it.each<[Language, string]>([
    ['en', 'You have 3 interviews booked, the most you can have at once. Cancel one or wait for a result.'],
    [
      'ru',
      'Сейчас у Вас 3 собеседования, больше одновременно нельзя. Отмените одно или дождитесь результата.',
    ],
    [
      'kk',
      'Қазір 3 сұхбатқа жазылғансыз, бір мезгілде бұдан көп болмайды. Біреуінен бас тартыңыз немесе нәтижесін күтіңіз.',
    ],
  ])('%s: %s', async (language, text) => {
    expect(await said('credit.booking', booking, language)).toEqual([text]);
  });

  it('names both targets and totals of the year', async () => {
    const facts = { ...beginning, 'credit.yearHoursCommitted': 50, 'credit.targetHours': 50 };
    expect(await said('credit.participation', facts, 'ru')).toEqual([
      'С этим кредитом за год выйдет 100 часов, а предел — 70. Выберите кредит поменьше или дождитесь нового года.',
      'Кредит на 50 часов в этом году у Вас уже есть. Можно выбрать другой.',
    ]);
  });
});

describe('every explanation', () => {
  const nothing = {
    'credit.isUniversityStudent': false,
    'credit.consentGiven': false,
    'credit.openInterviews': 5,
    'credit.activeParticipations': 2,
    'credit.yearHoursCommitted': 70,
    'credit.targetHours': 50,
    'credit.confirmedMinutes': 1,
    'credit.headApprovedReport': false,
    'credit.organisationAccredited': false,
  };

  // A missing text, variable or format throws in tests.
  it.each(languages)('can be said in %s, for refusals and for missing data', async (language) => {
    for (const { id } of shippedBook().sets) {
      expect((await said(id, nothing, language)).length).toBeGreaterThan(2);
      expect((await said(id, {}, language)).length).toBeGreaterThan(2);
    }
  });

  it('is empty when everything holds', async () => {
    expect(await said('credit.completion', completed, 'kk')).toEqual([]);
  });
});
