// What the scripts of the staff desk share: the talk, endings with a way on, and what a person may do.
import { type Role, scopesOf } from '../../../../engine/kernel/actor.ts';
import { chatKey } from '../../../../engine/kernel/chat.ts';
import { personOfChat } from '../../../../engine/people/reach.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { Talk } from '../../../dialogue/talk.ts';

export type StaffTalk = Talk<EngineContext>;

export const hasRole = (talk: StaffTalk, ...roles: readonly Role[]): boolean =>
  roles.some((role) => scopesOf(talk.actor, role).length > 0);

/** True for someone whom Qadam knows already, at any desk, by this chat. */
export const isKnown = async (talk: StaffTalk): Promise<boolean> =>
  (await personOfChat(talk.env, chatKey(talk.address))) !== null;
