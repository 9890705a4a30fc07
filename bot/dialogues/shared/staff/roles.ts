// The roles that somebody holds, for /mydata at the staff desk.
import { text } from '../../../../engine/kernel/message.ts';
import { rolesOf } from '../../../../engine/programmes/rooms.ts';
import type { OwnData } from '../my-data.ts';

export const ownRoles: OwnData = ({ env }, { grants }) => {
  const held = [...rolesOf(env).values()].filter(
    ({ id, staff }) => staff && grants.some(({ role }) => role === id),
  );
  return [
    ...held.map(({ title }) => text('staff:my-data.role', { role: title })),
    text('staff:my-data.decisions'),
  ];
};
