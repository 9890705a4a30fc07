// The accreditor's decisions on an application, bound to their use-case.
import { decideAccreditation } from '../../../../engine/organisations/accreditation.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { Dialogue } from '../../../dialogue/step.ts';
import { errand, worded } from '../reviews/decide.ts';

export const decisions: readonly Dialogue<EngineContext>[] = [
  errand({
    id: 'org.accredit',
    kind: 'accreditation',
    onlyWhileOffered: true,
    decide: (ctx, command, bin) => decideAccreditation(ctx, command, bin, { accredit: true }),
  }),
  worded({
    ...{ id: 'org.refuse', kind: 'accreditation', ask: 'organisations:ask-reason.org-refuse' },
    ...{ sure: 'organisations:sure.refused', done: 'organisations:done.refused' },
    button: 'organisations:button.refuse',
    onlyWhileOffered: true,
    decide: (ctx, command, bin, reason) =>
      decideAccreditation(ctx, command, bin, { accredit: false, reason }),
  }),
];
