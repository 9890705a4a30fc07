// What the journal brings to the participant desk: its dialogues, and its buttons in the programme's menu.

import type { Button } from '../../../../engine/kernel/message.ts';
import type { Participation } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { Dialogue } from '../../../dialogue/step.ts';
import { button } from './active.ts';
import { dispute } from './dispute.ts';
import { employerLink } from './employer.ts';
import { entriesList } from './entries.ts';
import { excuse } from './excuse.ts';
import { message } from './message.ts';
import { progress } from './progress.ts';
import { write, writeAgain } from './write.ts';

export const journalDialogues: readonly Dialogue<EngineContext>[] = [
  ...[write, writeAgain, progress, entriesList, excuse, dispute, message, employerLink],
];

/** For the menu and the status of somebody who takes part. */
export const journalButtons = ({ state }: Pick<Participation, 'state'>): readonly Button[] => {
  if (state === 'active')
    return [
      button('write', 'badge.journal'),
      button('progress', 'badge.progress'),
      button('message', 'badge.message'),
      button('excuse', 'badge.excuse'),
    ];
  return ['complete', 'nominated', 'awarded', 'not-awarded'].includes(state)
    ? [button('progress', 'badge.progress')]
    : [];
};
