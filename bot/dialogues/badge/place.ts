// Centre and mentor of a participation as texts name them, with a way to reach them.
import { nameOf } from '../../../engine/people/reach.ts';
import { centreOf, type Participation } from '../../../engine/programmes/badge/programme.ts';
import type { BadgeTalk } from './talk.ts';

export async function placeOf({ env }: BadgeTalk, { centre, mentor }: Participation) {
  const { name, address, contact } = await centreOf(env, centre);
  return { centre: name, address, contact, mentor: (await nameOf(env, mentor)) || '—' };
}
