// «Жеке ақпарат»: photo, residence, study, about, hobby. All of it is asked for; what is missing is named (§3.1).
import type { Reason } from '../../../kernel/result.ts';
import type { Page } from './shapes.ts';

export const pageFields = ['photo', 'residence', 'study', 'about', 'hobby'] as const;
export type PageField = (typeof pageFields)[number];

const isEmpty: Readonly<Record<PageField, (page: Page) => boolean>> = {
  photo: ({ photo }) => photo.trim() === '',
  residence: ({ residence }) => residence.region === '' || residence.place.trim() === '',
  // Whoever does not study says so: then there is no place to name.
  study: ({ study }) => study.region === '' || (study.kind !== 'none' && study.place.trim() === ''),
  about: ({ about }) => about.trim() === '',
  hobby: ({ hobby }) => hobby.trim() === '',
};

export const missingFields = (page: Page): readonly PageField[] =>
  pageFields.filter((field) => isEmpty[field](page));

export const pageReasons = (page: Page): readonly Reason[] =>
  missingFields(page).map((field) => ({ code: 'badge.page-missing', params: { field } }));
