// What the people of the badge story write themselves, in each language.
import type { Language } from '../../../engine/kernel/languages.ts';

interface Words {
  readonly head: string;
  readonly mentor: string;
  readonly members: readonly [string, string, string];
  readonly participant: string;
  readonly centre: string;
  readonly address: string;
  readonly about: string;
  readonly place: string;
  readonly school: string;
  readonly me: string;
  readonly hobby: string;
  readonly activity: string;
  readonly talk: string;
  readonly lesson: string;
  readonly action: string;
  readonly outcome: string;
  readonly trip: string;
  readonly essay: string;
  readonly assessment: string;
  readonly grounds: string;
  readonly represents: string;
  readonly venue: string;
}

export const wordsIn: Readonly<Record<Language, Words>> = {
  kk: {
    head: 'Мысалов Болат',
    mentor: 'Мысалова Гүлнәр',
    members: ['Үлгіов Серік', 'Үлгіова Сәуле', 'Мысалбай Ерлан'],
    participant: 'Мысалова Айша',
    centre: '«Жас қадам» орталығы',
    address: 'Мысал көшесі, 1',
    about: 'Жастармен үш жыл жұмыс істейміз',
    place: 'Астана, Мысал көшесі, 7',
    school: 'Мысал университеті',
    me: 'Тауға шыққанды жақсы көремін',
    hobby: 'Домбыра',
    activity: 'Домбыра үйірмесі',
    talk: 'Ата-анасымен тұрады, дені сау',
    lesson: 'Бүгін бір сағат жаттықтым',
    action: 'Таза аула',
    outcome: 'Ауланы бірге жинадық',
    trip: 'Таудағы жорық',
    essay: 'Кейіпкердің жолы маған ұнады. ',
    assessment: 'Мақсатына жетті, әрі қарай жалғастырсын.',
    grounds: 'Күнделігі толық, ауыл жастарына үлгі.',
    represents: 'Мысал ұйымы',
    venue: 'Мысал сарайы, Мысал көшесі, 5',
  },
  ru: {
    head: 'Мысалов Болат',
    mentor: 'Мысалова Гульнар',
    members: ['Улгиов Серик', 'Улгиова Сауле', 'Мысалбай Ерлан'],
    participant: 'Мысалова Айша',
    centre: 'Центр «Юный шаг»',
    address: 'улица Примерная, 1',
    about: 'Работаем с молодёжью три года',
    place: 'Астана, улица Примерная, 7',
    school: 'Университет «Пример»',
    me: 'Люблю горы и домбру',
    hobby: 'Домбра',
    activity: 'Кружок домбры',
    talk: 'Живёт с родителями, здоровье хорошее',
    lesson: 'Сегодня занималась один час',
    action: 'Чистый двор',
    outcome: 'Вместе убрали двор',
    trip: 'Поход в горы',
    essay: 'Мне понравился путь героя книги. ',
    assessment: 'Цель достигнута, советую продолжать.',
    grounds: 'Журнал заполнен полностью, пример для других.',
    represents: 'Организация «Пример»',
    venue: 'Дворец «Пример», улица Примерная, 5',
  },
  en: {
    head: 'Bolat Mysalov',
    mentor: 'Gulnar Mysalova',
    members: ['Serik Ulgiov', 'Saule Ulgiova', 'Erlan Mysalbai'],
    participant: 'Aisha Mysalova',
    centre: 'Young Step Centre',
    address: '1 Sample Street',
    about: 'Three years of work with young people',
    place: '7 Sample Street, Astana',
    school: 'Sample University',
    me: 'I love mountains and the dombra',
    hobby: 'Dombra',
    activity: 'Dombra circle',
    talk: 'Lives with the parents, in good health',
    lesson: 'I practised for one hour today',
    action: 'Clean yard',
    outcome: 'We cleaned the yard together',
    trip: 'A hike in the mountains',
    essay: 'I liked the way of the hero very much. ',
    assessment: 'The goal is reached; I recommend to go on.',
    grounds: 'The journal is full, an example to others.',
    represents: 'Sample Organisation',
    venue: 'Sample Palace, 5 Sample Street',
  },
};
