// The people of the badge's chapter of the demo. All fictional: Үлгі means "model" and Мысал "example".
import { checkDigit } from '../../../kernel/iin.ts';
import type { CastMember } from '../../demo-cast.ts';

/** Of the demo's programme centre: a business number with a valid check digit. */
export const BIN = ((): string => {
  const eleven = '21064000005';
  return `${eleven}${checkDigit(eleven) ?? '0'}`;
})();

const REGION = '71';

export const cast = {
  head: {
    id: 'badge-head',
    desk: 'staff',
    name: 'Болат Мысалов',
    language: 'kk',
    region: REGION,
    grants: [],
  },
  mentor: {
    ...{ id: 'badge-mentor', desk: 'staff', name: 'Гүлнар Мысалова', language: 'kk', region: REGION },
    grants: [{ role: 'mentor', scope: `centre:${BIN}` }],
  },
  expert: {
    ...{ id: 'badge-expert', desk: 'staff', name: 'Анна Примерова', language: 'ru', region: REGION },
    grants: [{ role: 'expert', scope: `region:${REGION}` }],
  },
  coordinator: {
    ...{ id: 'badge-coordinator', desk: 'staff', name: 'Тимур Примеров', language: 'ru', region: REGION },
    grants: [{ role: 'regional-coordinator', scope: `region:${REGION}` }],
  },
  member: {
    ...{ id: 'badge-member', desk: 'staff', name: 'Серік Үлгіов', language: 'kk', region: null },
    grants: [{ role: 'award-commission', scope: 'all' }],
  },
  participant: {
    ...{
      id: 'badge-participant',
      desk: 'participant',
      name: 'Айша Мысалова',
      language: 'kk',
      region: REGION,
    },
    grants: [],
  },
} as const satisfies Record<string, CastMember>;

/** A chat that nobody has used yet: to apply in from the very beginning. */
const newcomer = { id: 'badge-new', desk: 'participant' } as const;

/** Whom one can speak for, in the order in which the story meets them. */
export const personas = [
  newcomer,
  cast.participant,
  cast.mentor,
  cast.head,
  cast.expert,
  cast.coordinator,
  cast.member,
].map(({ id, desk }) => ({ id, desk, role: `badge-award:persona.${id.replace('badge-', '')}` }));
