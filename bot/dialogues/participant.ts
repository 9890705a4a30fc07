// The participant desk: what is shared there, and what each programme brings.
import { text } from '../../engine/kernel/message.ts';
import { wardsOf } from '../../engine/people/guardians.ts';
import type { EngineContext, Programme } from '../../engine/programmes/programme.ts';
import type { DeskScript } from '../dialogue/desk.ts';
import { goButton } from '../dialogue/steps/call.ts';
import type { Talk } from '../dialogue/talk.ts';
import {
  blocksOf,
  commandsOf,
  dataOf,
  dialoguesOf,
  type FoundPart,
  idsOf,
  openingLinks,
  partsAt,
} from './assemble.ts';
import { guardianConsent, guardianKnown, openGuardianLink } from './guardian/consent.ts';
import { inviteGuardian } from './guardian/invite.ts';
import { wards, withdrawAsGuardian } from './guardian/wards.ts';
import { lossesOf } from './losses.ts';
import { certificate } from './shared/certificate.ts';
import { sharedCommands, sharedDialogues } from './shared/dialogues.ts';
import { greeting } from './shared/greeting.ts';
import { openLink } from './shared/open-link.ts';
import { status } from './shared/status.ts';

const always = () => [
  [goButton('common:button.language', 'shared.language'), goButton('common:button.help', 'shared.help')],
];

/** @throws AppError `configuration` */
export async function participantDesk(programmes: readonly Programme[]): Promise<DeskScript<EngineContext>> {
  const parts = await partsAt('participant', programmes);
  const form = parts.flatMap(({ entry }) => entry.secureForm ?? [])[0];
  const shared = [
    greeting(parts),
    openLink(openingLinks(openGuardianLink, ...parts.map((each) => each.openLink))),
    status(parts),
    ...sharedDialogues({ data: dataOf(parts), losses: lossesOf(parts), dialogues: idsOf(parts) }),
    certificate,
    ...[inviteGuardian, guardianConsent, guardianKnown, wards, withdrawAsGuardian],
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

/** One block for each programme that the person takes part in, then what else they may join. */
async function menuOf(talk: Talk<EngineContext>, parts: readonly FoundPart[]) {
  const { taking, open } = await blocksOf(talk, parts);
  const wards = await wardRows(talk);
  const rowsOf = (blocks: typeof open) => blocks.flatMap(({ rows }) => rows);
  if (taking.length > 0) {
    const texts = taking.flatMap((each) => each.texts);
    return { texts, buttons: [...rowsOf(taking), ...wards, ...rowsOf(open), ...always()] };
  }
  const texts = wards.length > 0 ? [text('guardian:menu')] : open.flatMap((each) => each.texts);
  return { texts, buttons: [...wards, ...rowsOf(open), ...always()] };
}

/** For whoever is the legal representative of a participant. */
async function wardRows({ env, actor }: Talk<EngineContext>) {
  const isGuardian = (await wardsOf(env, actor.id)).length > 0;
  return isGuardian ? [[goButton('guardian:button.wards', 'guardian.wards')]] : [];
}
