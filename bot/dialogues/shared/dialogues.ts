// The scripts that every desk has, and the commands that start them.
import type { EngineContext } from '../../../engine/programmes/context.ts';
import type { Dialogue } from '../../dialogue/step.ts';
import { erase, type Losses } from './delete.ts';
import { help } from './help.ts';
import { language } from './language.ts';
import { mergeAccounts, refuseMerge } from './merge-accounts.ts';
import { type MyData, myData } from './my-data.ts';
import { takeData } from './take-data.ts';

/** What the desk's programmes keep of a person, and what of it ends with their data. */
export const sharedDialogues = (data: MyData, losses: Losses): readonly Dialogue<EngineContext>[] => [
  ...[language, help, myData(data), takeData, erase(losses), mergeAccounts, refuseMerge],
];

export const sharedCommands = {
  help: 'shared.help',
  lang: 'shared.language',
  mydata: 'shared.my-data',
  delete: 'shared.delete',
} as const;
