// The participant desk: what is shared there, and what each programme brings.
import { text } from '../../engine/kernel/message.ts';
import { wardsOf } from '../../engine/people/guardians.ts';
import type { EngineContext, Programme } from '../../engine/programmes/programme.ts';
import type { DeskScript } from '../dialogue/desk.ts';
import { goButton } from '../dialogue/steps/call.ts';
import type { Talk } from '../dialogue/talk.ts';
import { blocksOf, commandsOf, dialoguesOf, type FoundPart, openingLinks, partsAt } from './assemble.ts';
import type { Block } from './desk-part.ts';
import { guardianConsent, guardianKnown, openGuardianLink } from './guardian/consent.ts';
import { inviteGuardian } from './guardian/invite.ts';
import { guardianPhone } from './guardian/phone.ts';
import { wards, withdrawAsGuardian } from './guardian/wards.ts';
import { appeal } from './shared/appeal.ts';
import { certificate } from './shared/certificate.ts';
import { sharedCommands, sharedDialogues } from './shared/dialogues.ts';
import { greeting } from './shared/greeting.ts';
import { openLink } from './shared/open-link.ts';
import { offers, otherProgrammes } from './shared/programmes.ts';
import { inviteRows } from './shared/staff/invite.ts';
import { openRoleLink } from './shared/staff/join.ts';
import { status } from './shared/status.ts';
import { textsOf } from './shared/titles.ts';

const always = () => [
  [goButton('common:button.language', 'shared.language'), goButton('common:button.help', 'shared.help')],
];

/** @throws AppError `configuration` */
export async function participantDesk(programmes: readonly Programme[]): Promise<DeskScript<EngineContext>> {
  const parts = await partsAt('participant', programmes);
  const form = parts.flatMap(({ entry }) => entry.secureForm ?? [])[0];
  const shared = [
    greeting(parts, { text: text('common:programmes.welcome'), rows: [] }),
    otherProgrammes(parts),
    openLink(openingLinks(openRoleLink, openGuardianLink, ...parts.map((each) => each.openLink))),
    status(parts),
    ...sharedDialogues(parts),
    certificate,
    appeal,
    ...[inviteGuardian, guardianConsent, guardianKnown, guardianPhone, wards, withdrawAsGuardian],
  ];
  return {
    desk: 'participant',
    dialogues: dialoguesOf('participant', shared, parts),
    commands: commandsOf({ ...sharedCommands, status: 'shared.status' }, parts),
    welcome: 'shared.welcome',
    openLink: 'shared.open-link',
    ...(form !== undefined && { secureForm: form }),
    menu: (talk) => menuOf(talk, parts),
  };
}

/** One block for each programme that the person takes part in, then the way to the others. */
async function menuOf(talk: Talk<EngineContext>, parts: readonly FoundPart[]) {
  const { taking, open } = await blocksOf(talk, parts);
  const wards = await wardRows(talk);
  const others = open.length > 0 ? [[goButton('common:button.programmes', 'shared.programmes')]] : [];
  if (taking.length > 0) {
    const own = [...taking.flatMap(({ rows }) => rows), ...inviteRows(talk)];
    return { texts: textsOf(taking), buttons: [...own, ...wards, ...others, ...always()] };
  }
  // A single one needs no list: it is what the desk is for.
  const ways = parts.length > 1 ? offers(open) : joining(open);
  if (wards.length === 0) return { texts: ways.texts, buttons: [...ways.buttons, ...always()] };
  const more = parts.length > 1 ? others : ways.buttons;
  return { texts: [text('guardian:menu')], buttons: [...wards, ...more, ...always()] };
}

const joining = (open: readonly Block[]) => ({
  texts: open.flatMap(({ texts }) => texts),
  buttons: open.flatMap(({ rows }) => rows),
});

/** For whoever is the legal representative of a participant. */
async function wardRows({ env, actor }: Talk<EngineContext>) {
  const isGuardian = (await wardsOf(env, actor.id)).length > 0;
  return isGuardian ? [[goButton('guardian:button.wards', 'guardian.wards')]] : [];
}
