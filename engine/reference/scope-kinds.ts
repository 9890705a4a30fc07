// Regions and universities as scopes of roles.
import { text } from '../kernel/message.ts';
import { regions } from '../kernel/regions.ts';
import type { ScopeKind } from '../parts/scope.ts';
import { allUniversities, type University } from './universities.ts';

const regionLabel = (code: string) => text('common:region', { code });

const universityLabel = ({ kk, ru, en }: Pick<University, 'kk' | 'ru' | 'en'>) => ({
  key: 'common:words',
  words: { kk, ru, en },
});

export const scopeKinds: readonly ScopeKind[] = [
  {
    kind: 'region',
    question: 'staff:which.region',
    options: async () => regions.map(({ code }) => ({ id: code, label: regionLabel(code) })),
    named: async (_ctx, code) => regionLabel(code),
  },
  {
    kind: 'university',
    question: 'staff:which.university',
    options: async (ctx) =>
      (await allUniversities(ctx)).map((each) => ({ id: each._id, label: universityLabel(each) })),
    named: async (ctx, id) => {
      const found = (await allUniversities(ctx)).find((each) => each._id === id);
      return universityLabel(found ?? { kk: id, ru: id, en: id });
    },
  },
];
