// Regions, universities and colleges as scopes of roles.
import { localDate } from '../kernel/calendar.ts';
import { text } from '../kernel/message.ts';
import { regions } from '../kernel/regions.ts';
import type { ScopeKind } from '../parts/scope.ts';
import { colleges, collegesOn } from './colleges.ts';
import { entryOf } from './entries.ts';
import { allUniversities, type University } from './universities.ts';

const regionLabel = (code: string) => text('common:region', { code });

const namesLabel = ({ kk, ru, en }: Pick<University, 'kk' | 'ru' | 'en'>) => ({
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
      (await allUniversities(ctx)).map((each) => ({ id: each._id, label: namesLabel(each) })),
    named: async (ctx, id) => {
      const found = (await allUniversities(ctx)).find((each) => each._id === id);
      return namesLabel(found ?? { kk: id, ru: id, en: id });
    },
  },
  {
    kind: 'college',
    question: 'staff:which.college',
    options: async (ctx) =>
      (await collegesOn(ctx, localDate(ctx.clock.now()))).map((each) => ({
        id: each.id,
        label: namesLabel(each),
      })),
    named: async (ctx, id) => {
      const found = await entryOf(ctx, colleges, id).catch(() => null);
      return namesLabel(found?.entry ?? { kk: id, ru: id, en: id });
    },
  },
];
