// The staff desk: what is shared there, and what each programme brings.
import type { EngineContext, Programme } from '../../engine/programmes/programme.ts';
import type { DeskScript } from '../dialogue/desk.ts';
import { goButton } from '../dialogue/steps/call.ts';
import { blocksOf, commandsOf, dataOf, dialoguesOf, openingLinks, partsAt } from './assemble.ts';
import { lossesOf } from './losses.ts';
import { sharedCommands, sharedDialogues } from './shared/dialogues.ts';
import { greeting } from './shared/greeting.ts';
import { openLink } from './shared/open-link.ts';

/** @throws AppError `configuration` */
export async function staffDesk(programmes: readonly Programme[]): Promise<DeskScript<EngineContext>> {
  const parts = await partsAt('staff', programmes);
  const shared = [
    greeting(parts),
    openLink(openingLinks(...parts.map((each) => each.openLink))),
    ...sharedDialogues(dataOf(parts), lossesOf(parts)),
  ];
  return {
    desk: 'staff',
    dialogues: dialoguesOf('staff', shared, parts),
    commands: commandsOf(sharedCommands, parts),
    welcome: 'shared.welcome',
    openLink: 'shared.open-link',
    menu: async (talk) => {
      const { taking, open } = await blocksOf(talk, parts);
      const shown = taking.length > 0 ? taking : open;
      const language = goButton('common:button.languages', 'shared.language');
      return {
        texts: shown.flatMap(({ texts }) => texts),
        buttons: [...shown.flatMap(({ rows }) => rows), [language]],
      };
    },
  };
}
