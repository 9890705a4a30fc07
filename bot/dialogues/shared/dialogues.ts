// The scripts that every desk has, and the commands that start them.
import type { EngineContext } from '../../../engine/programmes/context.ts';
import type { Dialogue } from '../../dialogue/step.ts';
import { dataOf, type FoundPart, idsOf } from '../assemble.ts';
import { lossesOf } from '../losses.ts';
import { erase } from './delete.ts';
import { document } from './document.ts';
import { help } from './help.ts';
import { language } from './language.ts';
import { mergeAccounts, refuseMerge } from './merge-accounts.ts';
import { myData, type OwnData } from './my-data.ts';
import { register } from './register.ts';
import { invite, inviteTo } from './staff/invite.ts';
import { inviteByMail } from './staff/invite-mail.ts';
import { join, joinKnown } from './staff/join.ts';
import { takeData } from './take-data.ts';

/** @param own what the desk itself says in /mydata */
export const sharedDialogues = (
  parts: readonly FoundPart[],
  own?: OwnData,
): readonly Dialogue<EngineContext>[] => [
  ...[language, help(parts), register(idsOf(parts)), ...[join, joinKnown, invite, inviteTo, inviteByMail]],
  ...[myData(dataOf(parts), own), document, takeData, erase(lossesOf(parts)), mergeAccounts, refuseMerge],
];

export const sharedCommands = {
  help: 'shared.help',
  lang: 'shared.language',
  mydata: 'shared.my-data',
  delete: 'shared.delete',
} as const;
