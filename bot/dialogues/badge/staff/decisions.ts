// The operator's decisions on applications of participants and of centres, bound to their use-cases.

import { decideApplication, decideCentre } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { Dialogue } from '../../../dialogue/step.ts';
import { sure, worded } from '../../shared/reviews/decide.ts';

/** What is said before and afterwards, by its name, and the button that confirms. */
const said = (name: string, button: string) => ({
  sure: `badge-staff:sure.${name}`,
  done: `badge-staff:done.${name}`,
  button: `badge-staff:button.${button}`,
});

export const decisions: readonly Dialogue<EngineContext>[] = [
  sure({
    id: 'badge.application-accept',
    kind: 'badge-application',
    ...said('application-accepted', 'accept'),
    decide: (ctx, command, id) => decideApplication(ctx, command, { id, accept: true }),
  }),
  worded({
    id: 'badge.application-refuse',
    kind: 'badge-application',
    ask: 'badge-staff:ask-reason.application',
    ...said('application-refused', 'refuse'),
    decide: (ctx, command, id, reason) => decideApplication(ctx, command, { id, accept: false, reason }),
  }),
  sure({
    id: 'badge.centre-accept',
    kind: 'badge-centre',
    ...said('centre-accepted', 'accept-centre'),
    decide: (ctx, command, centre) => decideCentre(ctx, command, { centre, accept: true }),
  }),
  worded({
    id: 'badge.centre-refuse',
    kind: 'badge-centre',
    ask: 'badge-staff:ask-reason.centre',
    ...said('centre-refused', 'refuse-centre'),
    decide: (ctx, command, centre, reason) => decideCentre(ctx, command, { centre, accept: false, reason }),
  }),
];
