// The staff desk: what is shared there, and what each programme brings.
import { AppError } from '../../engine/kernel/errors.ts';
import type { EngineContext, Programme } from '../../engine/programmes/programme.ts';
import { reviewKindsOf } from '../../engine/programmes/rooms.ts';
import type { DeskScript } from '../dialogue/desk.ts';
import type { Dialogue } from '../dialogue/step.ts';
import { commandsOf, dialoguesOf, openingLinks, partsAt } from './assemble.ts';
import { sharedCommands, sharedDialogues } from './shared/dialogues.ts';
import { greeting } from './shared/greeting.ts';
import { openLink } from './shared/open-link.ts';
import { organisationDialogues, organisationsBlock } from './shared/organisations/part.ts';
import { appealDecisions } from './shared/reviews/appeals.ts';
import { bulkDialogues } from './shared/reviews/bulk.ts';
import { ownNotices } from './shared/reviews/own-notices.ts';
import { queueDialogues } from './shared/reviews/queue.ts';
import { undoDialogue } from './shared/reviews/undo.ts';
import { roles } from './shared/staff/held-roles.ts';
import { openRoleLink } from './shared/staff/join.ts';
import { staffMenu, staffProgramme } from './shared/staff/menu.ts';
import { ownRoles } from './shared/staff/roles.ts';
import { asked, invited, who } from './shared/staff/who.ts';

const commands = {
  ...sharedCommands,
  queue: 'staff.queue',
  status: 'staff.queue',
  away: 'staff.away',
  notices: 'staff.notices',
  roles: 'staff.roles',
};

/** What shared rooms bring to the menu, whatever the programmes are. */
const rooms = [organisationsBlock];

/** @throws AppError `configuration` for a decision that no dialogue takes, or a final one that is taken without asking */
function refuseUndecidable(
  programmes: readonly Programme[],
  dialogues: readonly Dialogue<EngineContext>[],
): void {
  const faults = [...reviewKindsOf({ programmes }).values()].flatMap(({ id, decisions }) =>
    Object.entries(decisions).flatMap(([name, { effect }]) => {
      const found = dialogues.find((each) => each.id === name);
      if (!found) return [`review kind ${id} names ${name}, which is no dialogue`];
      const isHasty = effect === 'final' && found.decides === true;
      return isHasty ? [`review kind ${id}: ${name} is final, and does not ask first`] : [];
    }),
  );
  if (faults.length > 0) throw new AppError('configuration', faults.join('; '));
}

/** @throws AppError `configuration` */
export async function staffDesk(programmes: readonly Programme[]): Promise<DeskScript<EngineContext>> {
  const parts = await partsAt('staff', programmes);
  const shared = [
    greeting(parts, asked()),
    ...[who(parts), invited, staffProgramme(parts, rooms), roles],
    ...organisationDialogues,
    openLink(openingLinks(openRoleLink, ...parts.map((each) => each.openLink))),
    ...queueDialogues,
    undoDialogue,
    ...bulkDialogues,
    ...appealDecisions(programmes),
    ...ownNotices,
    ...sharedDialogues(parts, ownRoles),
  ];
  const dialogues = dialoguesOf('staff', shared, parts);
  refuseUndecidable(programmes, dialogues);
  return {
    desk: 'staff',
    dialogues,
    commands: commandsOf(commands, parts),
    welcome: 'shared.welcome',
    openLink: 'shared.open-link',
    menu: (talk) => staffMenu(talk, parts, rooms),
  };
}
