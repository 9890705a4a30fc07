// What people of the credit story write in their own words, in the language that they speak.
import type { Language } from '../../../engine/kernel/languages.ts';

export interface Words {
  readonly head: string;
  readonly coordinator: string;
  readonly invited: string;
  readonly student: string;
  readonly organisation: string;
  readonly address: string;
  readonly project: string;
  readonly description: string;
  readonly work: string;
  readonly returned: string;
  readonly report: string;
}

export const wordsIn: Readonly<Record<Language, Words>> = {
  kk: {
    head: 'Мысалов Марат',
    coordinator: 'Үлгібаев Тимур',
    invited: 'Үлгіқызы Сәуле',
    student: 'Мысалқызы Айым',
    organisation: '«Мейірім-Мысал» орталығы',
    address: 'Астана, Мысал көшесі, 1',
    project: 'Ақсақалмен әңгіме',
    description: 'Қарттар үйінде кітап оқып беру, серуенге бірге шығу.',
    work: 'Тұрғындарға кітап оқып бердім.',
    returned: 'Бір сағат ерте аяқталды',
    report: 'Қарттар үйінде жиырма сағат бойы кітап оқып, серуенге бірге шықтым, телефонды үйреттім.',
  },
  ru: {
    head: 'Примеров Марат',
    coordinator: 'Образцов Тимур',
    invited: 'Образцова Сауле',
    student: 'Примерова Айым',
    organisation: 'Центр «Мейірім-Пример»',
    address: 'Астана, улица Примерная, 1',
    project: 'Беседы со старшими',
    description: 'Читаем вслух жителям дома престарелых и гуляем вместе с ними.',
    work: 'Читала жителям вслух.',
    returned: 'Занятие закончилось на час раньше',
    report: 'Двадцать часов читала жителям дома престарелых, гуляла с ними и учила пользоваться телефоном.',
  },
  en: {
    head: 'Mysalov Marat',
    coordinator: 'Obraztsov Timur',
    invited: 'Ulgikyzy Saule',
    student: 'Mysalkyzy Aiym',
    organisation: 'Meiirim-Mysal Centre',
    address: '1 Mysal Street, Astana',
    project: 'Talking with elders',
    description: 'Reading aloud to residents of a home for the elderly, and walks together.',
    work: 'I read aloud to the residents.',
    returned: 'It ended an hour early',
    report:
      'For twenty hours I read to residents of a home for the elderly, walked with them and taught them to use a telephone.',
  },
};
