// What the badge programme brings to the participant desk.
import { text } from '../../../engine/kernel/message.ts';
import { CONSENT_PURPOSE } from '../../../engine/programmes/badge/programme.ts';
import { goButton } from '../../dialogue/steps/call.ts';
import type { DeskPart } from '../desk-part.ts';
import { rateMentor } from './analytics/rate-mentor.ts';
import { apply } from './apply/apply.ts';
import { sign, signWard } from './apply/sign.ts';
import { awardParticipantDialogues } from './award/part.ts';
import { card } from './card.ts';
import { journalDialogues } from './journal/desk.ts';
import { ownOf } from './mine.ts';
import { badgeData } from './my-data.ts';
import { scheduleDialogues } from './schedule/dialogues.ts';
import { menu, status, statusBlock } from './status.ts';
import type { BadgeTalk } from './talk.ts';
import { wards } from './wards.ts';
import { withdrawConsent } from './withdraw-consent.ts';

const schedule = scheduleDialogues({
  who: 'participant',
  ...{ show: 'badge.schedule', change: 'badge.schedule-change' },
  ...{ propose: 'badge.schedule-propose', agree: 'badge.schedule-agree' },
  find: (talk: BadgeTalk) => ownOf({ ...talk, argument: talk.argument.split('.')[0] ?? '' }),
});

export const part: DeskPart = {
  dialogues: [
    ...[apply, sign, signWard, status, card, wards, withdrawConsent],
    ...[...schedule, ...journalDialogues, rateMentor, ...awardParticipantDialogues],
  ],
  introduction: () => ({
    texts: [text('badge:welcome')],
    rows: [[goButton('badge:button.apply', 'badge.apply')]],
  }),
  menu,
  status: statusBlock,
  data: badgeData,
  losses: ({ consents }) =>
    consents.some(({ purpose }) => purpose === CONSENT_PURPOSE) ? [text('badge:erase')] : [],
};
