// What the scripts of the staff desk share: the talk, endings with a way on, and what a person may do.
import { type Role, scopesOf } from '../../../../engine/kernel/actor.ts';
import { chatKey } from '../../../../engine/kernel/chat.ts';
import { type Button, text } from '../../../../engine/kernel/message.ts';
import type { TextParams } from '../../../../engine/kernel/result.ts';
import { personOfChat } from '../../../../engine/people/reach.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { Outcome } from '../../../dialogue/step.ts';
import { goButton } from '../../../dialogue/steps/call.ts';
import type { Talk } from '../../../dialogue/talk.ts';

export type StaffTalk = Talk<EngineContext>;

export const menuButton = (): Button => goButton('common:button.menu', 'menu');

/** Buttons and endings in the texts of one namespace. @param named the whole key of a name */
export const wordsOf = (named: (name: string) => string) => ({
  /** A button by the name of its label. */
  button: (label: string, go: string, argument = ''): Button =>
    goButton(named(`button.${label}`), go, argument),
  /** The last word of a dialogue, with buttons that lead on. */
  ending: (key: string, params?: TextParams, ...buttons: readonly Button[]): Outcome => ({
    texts: [text(named(key), params)],
    ...(buttons.length > 0 && { buttons: buttons.map((each) => [each]) }),
    next: 'end',
  }),
});

export const hasRole = (talk: StaffTalk, ...roles: readonly Role[]): boolean =>
  roles.some((role) => scopesOf(talk.actor, role).length > 0);

/** True for someone whom Qadam knows already, at any desk, by this chat. */
export const isKnown = async (talk: StaffTalk): Promise<boolean> =>
  (await personOfChat(talk.env, chatKey(talk.address))) !== null;
