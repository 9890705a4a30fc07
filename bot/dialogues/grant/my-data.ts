// What the grant programme keeps of a person, for /mydata, and what ends with it, for /delete.
import { text } from '../../../engine/kernel/message.ts';
import { ownProjects, teamRoles } from '../../../engine/programmes/grant/programme.ts';
import type { KnownPerson, MoreData } from '../shared/my-data.ts';
import { eventData } from './events/my-contacts.ts';
import type { GrantTalk } from './grant-talk.ts';

export async function data(talk: GrantTalk, person: KnownPerson): Promise<MoreData> {
  const { length: count } = ownProjects(talk.actor);
  const events = await eventData(talk, person);
  const own = count > 0 ? [text('grant:my-data.projects', { count })] : [];
  return { texts: [...own, ...events.texts], buttons: events.buttons };
}

export const losses = ({ grants }: KnownPerson) =>
  grants.some(({ role }) => teamRoles.some((each) => each === role)) ? [text('grant:losses')] : [];
