// The projects of one's own organisations, with places and interview places left.
import { text } from '../../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type HostedProject, projectsHostedBy } from '../../../../engine/programmes/credit/programme.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { say } from '../../../dialogue/steps/call.ts';
import { menuButton } from '../../shared/endings.ts';
import { button, hasRole } from './staff-talk.ts';

/** More would not fit one message. */
const MOST = 10;

export const projects: Dialogue<EngineContext> = dialogue('org.projects', { version: 1 }, [
  say('show', async (talk) => {
    const own = await projectsHostedBy(talk.env, talk.actor);
    const create = hasRole(talk, 'head') ? [[button('new-project', 'credit.project-new')]] : [];
    const texts = own.length > 0 ? own.slice(0, MOST).map(line) : [text('credit-staff:project.own-none')];
    return { texts, buttons: [...create, [menuButton()]], next: 'end' };
  }),
]);

const line = ({ title, direction, from, to, placesLeft, places, slots }: HostedProject) =>
  text('credit-staff:project.own', {
    ...{ title, direction, from, to, places },
    left: placesLeft,
    slots: slots.reduce((sum, slot) => sum + slot.left, 0),
  });
