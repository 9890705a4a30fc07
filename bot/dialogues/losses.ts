// What the erasure of their data ends for a person, by everything that they are here: in each programme, as staff, as
// guardian. Said by /delete at both desks before the first of its two questions.
import { text } from '../../engine/kernel/message.ts';
import { wardsOf } from '../../engine/people/guardians.ts';
import { rolesOf } from '../../engine/programmes/rooms.ts';
import type { FoundPart } from './assemble.ts';
import type { Losses } from './shared/delete.ts';

export const lossesOf =
  (parts: readonly FoundPart[]): Losses =>
  async (talk, person) => {
    const wards = await wardsOf(talk.env, person._id);
    return [
      ...parts.flatMap(({ losses }) => losses?.(person) ?? []),
      ...(person.grants.some(({ role }) => rolesOf(talk.env).get(role)?.staff)
        ? [text('common:erase.staff')]
        : []),
      ...(wards.some(({ purposes }) => purposes.length > 0) ? [text('guardian:erase')] : []),
    ];
  };
