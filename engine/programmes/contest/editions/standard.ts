// What the regulation leaves open and every edition needs: criteria of the commissions and the electorates of the votes. An
// operator sets others for an edition.
import type { Edition } from '../store.ts';

const scored = [
  { id: 'study', most: 5, weight: 30 },
  { id: 'achievements', most: 5, weight: 40 },
  { id: 'community', most: 5, weight: 20 },
  { id: 'personality', most: 5, weight: 10 },
] as const;

export const criteriaOf: Edition['criteria'] = {
  college: [...scored],
  region: [...scored],
  republic: [...scored],
};

/** «При участии всех студентов, педагогических работников колледжей»; «при участии молодежи региона, педагогических работников». */
export const electoratesOf: Edition['electorates'] = {
  college: { students: true, teachers: true, youth: null, weight: 0, showsTotals: true },
  region: {
    ...{ students: false, teachers: true, youth: { least: 14, most: 34 } },
    ...{ weight: 0, showsTotals: true },
  },
};
