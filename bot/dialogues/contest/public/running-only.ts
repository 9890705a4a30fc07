// The first step of what goes on only while an edition of the contest runs.
import { editionNow } from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { EffectStep } from '../../../dialogue/step.ts';
import { say } from '../../../dialogue/steps/call.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import { onward } from '../contest-talk.ts';

export const runningOnly: EffectStep<EngineContext> = say('running-only', async ({ env }) =>
  (await editionNow(env)) ? onward : ending('contest-public:no-edition', undefined, menuButton()),
);
