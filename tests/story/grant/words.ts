// What the people of the grant's story write themselves, by their language.
import type { Language } from '../../../engine/kernel/languages.ts';

interface Words {
  readonly lead: string;
  readonly guest: string;
  /** Of the trip. */
  readonly report: string;
  /** Block I, line by line. */
  readonly lines: readonly string[];
}

export const wordsIn: Readonly<Record<Language, Words>> = {
  kk: {
    lead: 'Мысалова Айгерім',
    guest: 'Үлгіова Сәуле',
    report:
      'Сапарда оңалту бөлімінде болдық, жаттығу мен күтім тәсілдерін көрдік. Енді осы тәжірибені өз бөлімшемізде қолданамыз, әріптестерге үйретеміз.',
    lines: [
      ...['Мысал студенттер бірлестігі', 'Жұлын жарақаты бар науқастың мектебі', 'Тең мүмкіндік'],
      ...['Көмектің кәсібилігін арттыру', 'Маңғыстау облысы', 'Облыс азаматтары', '01.05.2025', '31.10.2025'],
      ...['7 медицина қызметкерін оқыту\n10 жеке көмекшіні оқыту', 'Мысал-Альянс, 20 филиал'],
    ],
  },
  ru: {
    lead: 'Мысалова Айгерим',
    guest: 'Образцова Сауле',
    report:
      'В поездке мы были в отделении реабилитации, видели, как занимаются с пациентами и ухаживают за ними. Теперь применим это у себя и научим коллег.',
    lines: [
      ...['Мысал объединение студентов', 'Школа пациента с травмой спинного мозга', 'Равные возможности'],
      ...[
        'Повысить профессионализм помощи',
        'Мангистауская область',
        'Граждане области',
        '01.05.2025',
        '31.10.2025',
      ],
      ...['Обучить 7 медработников\nОбучить 10 помощников', 'Мысал-Альянс, 20 филиалов'],
    ],
  },
  en: {
    lead: 'Mysalova Aigerim',
    guest: 'Obraztsova Saule',
    report:
      'We visited a rehabilitation ward and saw how patients train and are cared for. Now we will work in this way at home and teach our colleagues.',
    lines: [
      ...['Mysal student association', 'School of the patient with spinal injury', 'Equal opportunity'],
      ...[
        'Raise the professionalism of help',
        'Mangystau Region',
        'Citizens of the region',
        '01.05.2025',
        '31.10.2025',
      ],
      ...['Train 7 medical workers\nTrain 10 assistants', 'Mysal Alliance, 20 branches'],
    ],
  },
};
