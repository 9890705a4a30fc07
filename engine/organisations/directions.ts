// The directions in which organisations work: each declares its own, and what it offers must fit one of them.
// Source: 000_32f13c67970d34ff, «Пошаговая инструкция студента-участника».

export const directions = [
  'inclusive-education',
  'tutoring',
  'leisure',
  'elderly',
  'deviant-behaviour',
] as const;
export type Direction = (typeof directions)[number];
