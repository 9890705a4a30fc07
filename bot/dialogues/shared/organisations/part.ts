// What the room of organisations brings to the staff desk, whatever the programmes are: registering one, deciding on it, and the
// accreditor's list. Who comes by themselves is led here by a programme that works with organisations.
import type { Button } from '../../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { Dialogue } from '../../../dialogue/step.ts';
import { goButton } from '../../../dialogue/steps/call.ts';
import type { BlockPart } from '../../assemble.ts';
import { hasRole, type StaffTalk } from '../staff/staff-talk.ts';
import { organisationsList, restore, revoke } from './accredited.ts';
import { decisions } from './decisions.ts';
import { registerKnown, registerNew } from './register.ts';

export const organisationDialogues: readonly Dialogue<EngineContext>[] = [
  ...decisions,
  ...[registerKnown, registerNew, organisationsList, revoke, restore],
];

/** Its block of the staff menu: the accreditor's list. */
export const organisationsBlock: BlockPart = {
  programme: 'organisations',
  title: 'organisations:title',
  menu: async (talk: StaffTalk) => {
    const taking = hasRole(talk, 'accreditor');
    const list = goButton('organisations:button.organisations', 'org.list');
    return { taking, texts: [], rows: taking ? [[list]] : [] };
  },
};

/** A programme's way in for whoever heads an organisation. */
export const registerButton = (): Button => goButton('organisations:button.register', 'org.register');
