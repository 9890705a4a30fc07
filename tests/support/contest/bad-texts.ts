// Texts with their right answers: the field they are given for, the words that count, and the reasons.
import type { Language } from '../../../engine/kernel/languages.ts';
import { firstWords, whole } from './texts.ts';

export interface BadText {
  readonly name: string;
  readonly field: Language;
  readonly text: string;
  readonly words: number;
  /** Codes without the programme. */
  readonly reasons: readonly string[];
}

const times = (count: number, text: string, between = ' '): string => Array(count).fill(text).join(between);
const half = (language: Language, count = 130): string => firstWords(language, count);
const looksLatin = (text: string): string =>
  text.replaceAll('а', 'a').replaceAll('о', 'o').replaceAll('е', 'e');
/** Kazakh as it is typed on a Russian keyboard. */
const withoutOwnLetters = (text: string): string =>
  text.replace(/[әғқңөұүһі]/giu, (letter) => 'агкноууhи'.charAt('әғқңөұүһі'.indexOf(letter.toLowerCase())));

type Row = readonly [name: string, field: Language, text: string, words: number, ...reasons: string[]];

const inEach = (row: (field: Language) => Row): readonly Row[] => (['kk', 'ru', 'en'] as const).map(row);

const rows: readonly Row[] = [
  // How many words there are.
  ...inEach((field) => [`nothing at all in ${field}`, field, '', 0]),
  ...inEach((field) => [`only blanks in ${field}`, field, ' \n\t\u00a0\u200b ', 0]),
  ...inEach((field) => [`one word in ${field}`, field, firstWords(field, 1), 1]),
  ...inEach((field) => [`249 words in ${field}`, field, firstWords(field, 249), 249]),
  ...inEach((field) => [`250 words in ${field}`, field, firstWords(field, 250), 250]),
  ...inEach((field) => [`251 words in ${field}`, field, firstWords(field, 251), 251]),
  ...inEach((field) => [`300 emoji in ${field}`, field, times(300, '🏅'), 0]),
  ['249 words and 50 emoji', 'ru', `${firstWords('ru', 249)} ${times(50, '💪')}`, 249],
  ['249 words and 50 family emoji', 'en', `${firstWords('en', 249)} ${times(50, '👩‍👩‍👧‍👦')}`, 249],
  ['249 words and flags', 'kk', `${firstWords('kk', 249)} 🇰🇿🇰🇿🇰🇿`, 249],
  ['249 words and dashes', 'ru', `${firstWords('ru', 249)} — – - … « » ! ?`, 249],
  ['249 words and bullets', 'en', `• ${firstWords('en', 249)} • • ✓ ✓ →`, 249],
  ['249 words parted by line ends', 'ru', firstWords('ru', 249).replaceAll(' ', '\n'), 249],
  ['249 words with doubled blanks', 'kk', firstWords('kk', 249).replaceAll(' ', '   '), 249],
  ['a word with an apostrophe is one', 'en', "It's my brother's workshop", 4],
  ['a hyphenated word is two', 'ru', 'стартап-проект', 2],
  ['a year is a word', 'kk', '2026 жылы', 2],
  ['a decimal figure is one', 'en', '3.14', 1],
  ['soft hyphens part no word', 'ru', 'соревно\u00adвания', 1],
  ['letters in two code points', 'ru', 'мои\u0306 коне\u0308к', 2],
  // Repeats.
  ['one Russian word 250 times', 'ru', times(250, 'победа'), 250, 'text-repeats'],
  ['one Kazakh word 250 times', 'kk', times(250, 'жеңіс'), 250, 'text-repeats'],
  ['one English word 250 times', 'en', times(250, 'victory'), 250, 'text-repeats'],
  ['one word 250 times as sentences', 'ru', times(250, 'Победа.'), 1, 'text-repeats'],
  ['one word in changing case', 'en', times(125, 'Victory VICTORY'), 250, 'text-repeats'],
  ['two words 125 times', 'ru', times(125, 'большая победа'), 250, 'text-repeats'],
  ['a figure 250 times', 'kk', times(250, '5'), 250, 'text-repeats'],
  [
    'a sentence 30 times',
    'en',
    times(30, 'I won the regional championship of professional skills.'),
    8,
    'text-repeats',
  ],
  ['a sentence 40 times', 'kk', times(40, 'Мен аймақтық байқауда бірінші орын алдым.'), 6, 'text-repeats'],
  ['130 words twice', 'ru', `${half('ru')}.\n${half('ru')}.`, 130, 'text-repeated-sentences'],
  ['130 words twice in Kazakh', 'kk', `${half('kk')}.\n${half('kk')}.`, 130, 'text-repeated-sentences'],
  ['130 words twice in English', 'en', `${half('en')}.\n${half('en')}.`, 130, 'text-repeated-sentences'],
  [
    '250 figures in a row',
    'ru',
    Array.from({ length: 250 }, (_, at) => at).join(' '),
    250,
    'text-no-language',
  ],
  [
    'a telephone book of figures',
    'en',
    Array.from({ length: 250 }, (_, at) => `${at * 7_919}`).join(', '),
    250,
    'text-no-language',
  ],
  // The wrong language.
  ['Russian in the Kazakh field', 'kk', firstWords('ru', 260), 260, 'text-wrong-language'],
  ['English in the Kazakh field', 'kk', firstWords('en', 260), 260, 'text-wrong-language'],
  ['Kazakh in the Russian field', 'ru', firstWords('kk', 260), 260, 'text-wrong-language'],
  ['English in the Russian field', 'ru', firstWords('en', 260), 260, 'text-wrong-language'],
  ['Kazakh in the English field', 'en', firstWords('kk', 260), 260, 'text-wrong-language'],
  ['Russian in the English field', 'en', firstWords('ru', 260), 260, 'text-wrong-language'],
  [
    'half Kazakh, half Russian, for kk',
    'kk',
    `${half('kk', 140)}.\n${half('ru', 120)}.`,
    260,
    'text-mixed-languages',
  ],
  [
    'half Russian, half Kazakh, for ru',
    'ru',
    `${half('ru', 140)}.\n${half('kk', 120)}.`,
    260,
    'text-mixed-languages',
  ],
  [
    'half English, half Russian, for en',
    'en',
    `${half('en', 180)}.\n${half('ru', 80)}.`,
    260,
    'text-mixed-languages',
  ],
  [
    'all three in one field',
    'kk',
    `${half('kk')}.\n${half('ru')}.\n${half('en')}.`,
    390,
    'text-mixed-languages',
  ],
  ['German in the English field', 'en', GERMAN(), 39, 'text-wrong-language'],
  ['Turkish in the Kazakh field', 'kk', TURKISH(), 29, 'text-wrong-language'],
  ['Ukrainian in the Russian field', 'ru', UKRAINIAN(), 35, 'text-wrong-language'],
  ['Kazakh in Latin letters', 'kk', LATIN_KAZAKH(), 29, 'text-wrong-language'],
  ['keys struck at random', 'en', KEYS(), 40, 'text-wrong-language'],
  // Scripts.
  ['Latin letters that look Cyrillic', 'ru', looksLatin(firstWords('ru', 260)), 260, 'text-mixed-scripts'],
  ['the same in Kazakh', 'kk', looksLatin(firstWords('kk', 260)), 260, 'text-mixed-scripts'],
  ['one brand with an ending is no fault', 'ru', `${firstWords('ru', 259)} WorldSkillsы.`, 260],
  [
    'an English title within is no fault',
    'kk',
    `${firstWords('kk', 260)}. WorldSkills Kazakhstan Championship 2026.`,
    264,
  ],
  [
    'Kazakh without its own letters',
    'kk',
    withoutOwnLetters(firstWords('kk', 260)),
    260,
    'text-kazakh-letters',
  ],
  // Length.
  ['a text without an end', 'en', whole('en').repeat(10), 0, 'text-too-long'],
  ['20,001 characters', 'ru', 'а'.repeat(20_001), 0, 'text-too-long'],
  ['one endless word', 'kk', 'ә'.repeat(20_000), 1],
];

export const badTexts: readonly BadText[] = rows.map(([name, field, text, words, ...reasons]) => ({
  ...{ name, field, text, words, reasons },
}));

function GERMAN() {
  return 'Ich lerne im dritten Jahr an einer polytechnischen Schule und möchte Schweißer werden. Seit dem ersten Tag habe ich alle Fächer mit guten Noten bestanden. Schon als Kind habe ich gern in der Werkstatt meines Vaters mit Metall gearbeitet.';
}
function TURKISH() {
  return 'Meslek lisesinde üçüncü sınıfta kaynakçılık bölümünde okuyorum. İlk günden beri bütün dersleri iyi ve pekiyi notlarla geçiyorum. Çocukluğumdan beri babamın atölyesinde demirle çalışmayı çok seviyorum ve mesleğimi kendim seçtim.';
}
function UKRAINIAN() {
  return 'Я навчаюся на третьому курсі політехнічного коледжу за спеціальністю зварювальник. З першого дня всі предмети складаю тільки на добре та відмінно. Ще дитиною я любив працювати з металом у майстерні батька, тому професію обрав сам.';
}
function LATIN_KAZAKH() {
  return 'Men politehnikalyq kolledjde dänekerleuşı mamandyğy boiynşa üşınşı kursta oqimyn. Alğaşqy künnen bastap barlyq pändı jaqsy jäne öte jaqsy bağamen tapsyryp kelemın. Bala kezımnen äkemnıñ şeberhanasynda temırmen jūmys ıstegendı ūnatatynmyn.';
}
function KEYS() {
  return Array.from(
    { length: 40 },
    (_, at) => `fjdkq${String.fromCharCode(97 + (at % 26))}wx${String.fromCharCode(97 + ((at * 7) % 26))}zq`,
  ).join(' ');
}
