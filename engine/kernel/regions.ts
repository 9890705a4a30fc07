// The regions and cities of republican significance (ISO 3166-2:KZ), with the dates from which they exist.

export interface Region {
  readonly code: string;
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
  /** First day on which the region exists under this code; absent where it was always there. */
  readonly from?: string;
}

export const regions: readonly Region[] = [
  { code: '71', kk: 'Астана', ru: 'Астана', en: 'Astana' },
  { code: '75', kk: 'Алматы', ru: 'Алматы', en: 'Almaty' },
  { code: '79', kk: 'Шымкент', ru: 'Шымкент', en: 'Shymkent' },
  { code: '10', kk: 'Абай облысы', ru: 'Область Абай', en: 'Abai Region', from: '2022-06-08' },
  { code: '11', kk: 'Ақмола облысы', ru: 'Акмолинская область', en: 'Akmola Region' },
  { code: '15', kk: 'Ақтөбе облысы', ru: 'Актюбинская область', en: 'Aktobe Region' },
  { code: '19', kk: 'Алматы облысы', ru: 'Алматинская область', en: 'Almaty Region' },
  { code: '23', kk: 'Атырау облысы', ru: 'Атырауская область', en: 'Atyrau Region' },
  {
    code: '27',
    kk: 'Батыс Қазақстан облысы',
    ru: 'Западно-Казахстанская область',
    en: 'West Kazakhstan Region',
  },
  { code: '31', kk: 'Жамбыл облысы', ru: 'Жамбылская область', en: 'Jambyl Region' },
  { code: '33', kk: 'Жетісу облысы', ru: 'Область Жетісу', en: 'Jetisu Region', from: '2022-06-08' },
  { code: '35', kk: 'Қарағанды облысы', ru: 'Карагандинская область', en: 'Karaganda Region' },
  { code: '39', kk: 'Қостанай облысы', ru: 'Костанайская область', en: 'Kostanay Region' },
  { code: '43', kk: 'Қызылорда облысы', ru: 'Кызылординская область', en: 'Kyzylorda Region' },
  { code: '47', kk: 'Маңғыстау облысы', ru: 'Мангистауская область', en: 'Mangystau Region' },
  { code: '55', kk: 'Павлодар облысы', ru: 'Павлодарская область', en: 'Pavlodar Region' },
  {
    code: '59',
    kk: 'Солтүстік Қазақстан облысы',
    ru: 'Северо-Казахстанская область',
    en: 'North Kazakhstan Region',
  },
  { code: '61', kk: 'Түркістан облысы', ru: 'Туркестанская область', en: 'Turkistan Region' },
  { code: '62', kk: 'Ұлытау облысы', ru: 'Область Ұлытау', en: 'Ulytau Region', from: '2022-06-08' },
  {
    code: '63',
    kk: 'Шығыс Қазақстан облысы',
    ru: 'Восточно-Казахстанская область',
    en: 'East Kazakhstan Region',
  },
];

export const regionOf = (code: string): Region | undefined => regions.find((region) => region.code === code);
