// What the people of the contest's story write themselves.
import type { Language } from '../../../engine/kernel/languages.ts';

interface Words {
  readonly student: string;
  readonly leads: string;
  readonly organisation: string;
  readonly members: readonly [string, string, string];
  readonly city: string;
  readonly college: string;
}

export const wordsIn: Readonly<Record<Language, Words>> = {
  kk: {
    student: 'Үлгіқызы Айша',
    leads: 'Колледждің студенттік кеңесін екі жыл басқарамын, 40 іс-шара өткіздік',
    organisation: '«Үлгі» қоғамдық қоры',
    members: ['Мысалұлы Нұрлан', 'Үлгібаева Салтанат', 'Мысалова Жанар'],
    city: 'Астана',
    college: '«Мысал» колледжі',
  },
  ru: {
    student: 'Примерова Айша',
    leads: 'Два года возглавляю студенческий совет колледжа, провели 40 мероприятий',
    organisation: 'Общественный фонд «Пример»',
    members: ['Мысалов Нурлан', 'Образцова Салтанат', 'Примерова Жанар'],
    city: 'Астана',
    college: 'Колледж «Мысал»',
  },
  en: {
    student: 'Aisha Mysalova',
    leads: 'I have led the student council of my college for two years, with 40 events',
    organisation: 'Example Public Foundation',
    members: ['Nurlan Mysalov', 'Saltanat Ulgi', 'Zhanar Mysalova'],
    city: 'Astana',
    college: 'Mysal College',
  },
};
