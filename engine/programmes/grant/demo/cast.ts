// The people of the grant's demo: a project's team, and the four who sign at the grantor's. All fictional.
import type { CastMember } from '../../demo-cast.ts';
import type { DemoPersona } from '../../programme.ts';
import type { grantorRoles } from '../roles.ts';

const member = (id: string, name: string, language: 'kk' | 'ru' = 'kk'): CastMember => ({
  ...{ id: `grant-${id}`, desk: 'participant', name, language, region: '47', grants: [] },
});

const grantor = (
  role: (typeof grantorRoles)[number],
  name: string,
  language: 'kk' | 'ru' = 'kk',
): CastMember => ({
  ...{ id: role, desk: 'staff', name, language, region: null, grants: [{ role, scope: 'all' }] },
});

/** The team; its roles are given when the project is there. */
export const team = {
  lead: member('lead', 'Айгерім Мысалова'),
  president: member('president', 'Ерлан Үлгіұлы'),
  manager: member('manager', 'Ольга Примерова', 'ru'),
  accountant: member('accountant', 'Нұрлан Мысалұлы'),
  pr: member('pr', 'Динара Үлгіқызы'),
} as const;

export const grantors = {
  'grant-chief-manager': grantor('grant-chief-manager', 'Салтанат Мысалқызы'),
  'grant-director': grantor('grant-director', 'Игорь Образцов', 'ru'),
  'grant-deputy-chair': grantor('grant-deputy-chair', 'Бауыржан Үлгібаев'),
  'grant-chair': grantor('grant-chair', 'Мәдина Мысалбаева'),
} as const;

/** A chat that nobody has used yet: to register a project in from the very beginning. */
const newcomer: DemoPersona = { id: 'new-grant-lead', desk: 'participant', role: 'grant:persona.newcomer' };

export const personas: readonly DemoPersona[] = [
  newcomer,
  ...[team.lead, team.president, team.manager, team.accountant, team.pr, ...Object.values(grantors)].map(
    ({ id, desk }) => ({ id, desk, role: `grant:role.${id}` }),
  ),
];
