// The scripts that every desk has, and the commands that start them.
import type { EngineContext } from '../../../engine/programmes/context.ts';
import type { Dialogue } from '../../dialogue/step.ts';
import { erase, type Losses } from './delete.ts';
import { help } from './help.ts';
import { language } from './language.ts';
import { mergeAccounts, refuseMerge } from './merge-accounts.ts';
import { type MyData, myData } from './my-data.ts';
import { register } from './register.ts';
import { takeData } from './take-data.ts';

export interface OfProgrammes {
  /** What they keep of a person. */
  readonly data: MyData;
  /** What of it ends with the person's data. */
  readonly losses: Losses;
  /** Ids of their dialogues: one goes on with them after registering. */
  readonly dialogues: readonly string[];
}

export const sharedDialogues = ({
  data,
  losses,
  dialogues,
}: OfProgrammes): readonly Dialogue<EngineContext>[] => [
  ...[language, help, register(dialogues)],
  ...[myData(data), takeData, erase(losses), mergeAccounts, refuseMerge],
];

export const sharedCommands = {
  help: 'shared.help',
  lang: 'shared.language',
  mydata: 'shared.my-data',
  delete: 'shared.delete',
} as const;
