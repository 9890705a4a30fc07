// The staff desk: organisations, accreditors, the Financial Centre, registrars, operators.
import type { EngineContext } from '../../engine/programmes/context.ts';
import type { DeskScript } from '../dialogue/desk.ts';
import { organisationsList, restore, revoke } from './credit-staff/accredited.ts';
import { decisions } from './credit-staff/decisions.ts';
import { inviteAnyone, inviteCoordinator } from './credit-staff/invite.ts';
import { join, joinKnown, openStaffLink } from './credit-staff/join.ts';
import { introduction, menu } from './credit-staff/menu.ts';
import { roleData } from './credit-staff/my-data.ts';
import { newProject } from './credit-staff/new-project.ts';
import { projects } from './credit-staff/projects.ts';
import { later, next, open, queue } from './credit-staff/queue.ts';
import { registerKnown, registerNew } from './credit-staff/register-organisation.ts';
import { lossesOf } from './losses.ts';
import { erase } from './shared/delete.ts';
import { help } from './shared/help.ts';
import { join as joinAccounts, refuseJoin } from './shared/join.ts';
import { language } from './shared/language.ts';
import { myData } from './shared/my-data.ts';
import { openLink } from './shared/open-link.ts';
import { takeData } from './shared/take-data.ts';
import { welcome } from './shared/welcome.ts';

export const staffDesk: DeskScript<EngineContext> = {
  desk: 'staff',
  dialogues: [
    ...[welcome(introduction), language, help, openLink(openStaffLink), join, joinKnown],
    ...[queue, next, open, later, ...decisions],
    ...[registerKnown, registerNew, organisationsList, revoke, restore],
    ...[newProject, projects, inviteCoordinator, inviteAnyone],
    ...[myData(roleData), takeData, erase(lossesOf), joinAccounts, refuseJoin],
  ],
  commands: {
    help: 'shared.help',
    lang: 'shared.language',
    queue: 'staff.queue',
    status: 'staff.queue',
    mydata: 'shared.my-data',
    delete: 'shared.delete',
  },
  welcome: 'shared.welcome',
  openLink: 'shared.open-link',
  menu,
};
