// What the erasure of their data ends for a person, by everything that they are here: student, staff, guardian.
// Said by /delete at both desks before the first of its two questions.
import { type Text, text } from '../../engine/kernel/message.ts';
import { wardsOf } from '../../engine/people/guardians.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import type { Talk } from '../dialogue/talk.ts';
import type { KnownPerson } from './shared/my-data.ts';

export async function lossesOf({ env }: Talk<EngineContext>, person: KnownPerson): Promise<readonly Text[]> {
  const wards = await wardsOf(env, person._id);
  return [
    ...(person.student ? [text('credit:erase')] : []),
    ...(person.grants.length > 0 ? [text('common:erase.staff')] : []),
    ...(wards.some(({ purposes }) => purposes.length > 0) ? [text('guardian:erase')] : []),
  ];
}
