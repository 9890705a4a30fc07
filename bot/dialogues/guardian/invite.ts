// A minor gets the one-time link that they pass on to their legal representative. Each time a fresh one.
import { inviteGuardian as invite } from '../../../engine/people/guardians.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../dialogue/step.ts';
import { say, saying } from '../../dialogue/steps/call.ts';
import type { Talk } from '../../dialogue/talk.ts';
import { menuButton } from '../shared/endings.ts';
import { knownOnly } from '../shared/known-only.ts';

export const inviteGuardian: Dialogue<EngineContext> = dialogue('guardian.invite', { version: 1 }, [
  knownOnly,
  say('open', (talk) => invitation(talk, 'guardian:invite', talk.actor.id)),
]);

/** A text with the link, to be passed on as it is. */
export async function invitation(talk: Talk<EngineContext>, key: string, minorId: string): Promise<Outcome> {
  const link = talk.env.links.start('participant', await invite(talk.env, minorId));
  const buttons = [[menuButton()]];
  return saying(key, { link }, { buttons, next: 'end' });
}
