// A participant takes the consent back, after reading what ends with it.

import { withdrawConsent as withdraw } from '../../../engine/people/consents.ts';
import { CONSENT_PURPOSE } from '../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { call, goButton } from '../../dialogue/steps/call.ts';
import { confirm } from '../../dialogue/steps/confirm.ts';
import { ending, menuButton } from '../shared/endings.ts';
import type { BadgeTalk } from './talk.ts';

export const withdrawConsent: Dialogue<EngineContext> = dialogue('badge.withdraw-consent', { version: 1 }, [
  confirm('sure', 'badge:consent.withdraw', undefined, { button: 'badge:button.withdraw-consent' }),
  call(
    'withdraw',
    ({ env, actor, command }: BadgeTalk) =>
      withdraw(env, command('withdraw'), { person: actor.id, purpose: CONSENT_PURPOSE }),
    {
      ok: () =>
        ending(
          'badge:consent.withdrawn',
          undefined,
          goButton('badge:button.apply', 'badge.apply'),
          menuButton(),
        ),
    },
  ),
]);
