// The college's responsible person confirms a nomination on its card, or says why not.

import { decideAdmission } from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { Dialogue } from '../../../dialogue/step.ts';
import { errand, worded } from '../../shared/reviews/decide.ts';

export const admissions: readonly Dialogue<EngineContext>[] = [
  errand({
    ...{ id: 'contest.admit', kind: 'nomination' },
    decide: (ctx, command, nomination) => decideAdmission(ctx, command, { nomination, admit: true }),
  }),
  worded({
    ...{ id: 'contest.not-admit', kind: 'nomination', ask: 'contest-staff:not-admit.why' },
    ...{ sure: 'contest-staff:not-admit.sure', done: 'contest-staff:not-admit.done' },
    button: 'contest-staff:button.not-admit',
    decide: (ctx, command, nomination, reason) =>
      decideAdmission(ctx, command, { nomination, admit: false, reason }),
  }),
];
