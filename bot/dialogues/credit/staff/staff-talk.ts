// What the scripts of the staff desk share: the talk, endings with a way on, and what a person may do.
import { type Role, scopesOf } from '../../../../engine/kernel/actor.ts';
import { chatKey } from '../../../../engine/kernel/chat.ts';
import { type Button, text } from '../../../../engine/kernel/message.ts';
import type { TextParams } from '../../../../engine/kernel/result.ts';
import { organisationOf } from '../../../../engine/organisations/accreditation.ts';
import type { Organisation } from '../../../../engine/organisations/store.ts';
import { personOfChat } from '../../../../engine/people/reach.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { Outcome } from '../../../dialogue/step.ts';
import { goButton } from '../../../dialogue/steps/call.ts';
import type { Talk } from '../../../dialogue/talk.ts';

export type StaffTalk = Talk<EngineContext>;

/** A button of this desk by the name of its label. */
export const button = (label: string, go: string, argument = ''): Button =>
  goButton(`credit-staff:button.${label}`, go, argument);

export const menuButton = (): Button => goButton('common:button.menu', 'menu');

/** The last word of a dialogue, with buttons that lead on. */
export const ending = (key: string, params?: TextParams, ...buttons: readonly Button[]): Outcome => ({
  texts: [text(`credit-staff:${key}`, params)],
  ...(buttons.length > 0 && { buttons: buttons.map((each) => [each]) }),
  next: 'end',
});

export const hasRole = (talk: StaffTalk, ...roles: readonly Role[]): boolean =>
  roles.some((role) => scopesOf(talk.actor, role).length > 0);

/** The organisations where the person has one of these roles. */
export async function ownOrganisations(
  talk: StaffTalk,
  ...roles: readonly Role[]
): Promise<readonly Organisation[]> {
  const scopes = roles.flatMap((role) => scopesOf(talk.actor, role));
  const bins = scopes.flatMap((scope) => /^organisation:(.+)$/u.exec(scope)?.[1] ?? []);
  return Promise.all([...new Set(bins)].map((bin) => organisationOf(talk.env, bin)));
}

/** True for someone whom Qadam knows already, at any desk, by this chat. */
export const isKnown = async (talk: StaffTalk): Promise<boolean> =>
  (await personOfChat(talk.env, chatKey(talk.address))) !== null;
