// What the contest brings to the participant desk.
import { openingLinks } from '../assemble.ts';
import type { DeskPart } from '../desk-part.ts';
import { withdrawConsent } from './consent.ts';
import { contestData, losses } from './my-data.ts';
import { nominate } from './nominate.ts';
import { answerOffer, openOfferLink } from './offers/answer.ts';
import { openVoteLink, participantDialogues, withParticipantRows } from './public/parts.ts';
import { introduction, menu, status, statusBlock } from './status.ts';
import { withdraw } from './withdraw.ts';

export const part: DeskPart = {
  dialogues: [nominate, answerOffer, status, withdraw, withdrawConsent, ...participantDialogues],
  introduction,
  menu: withParticipantRows(menu),
  status: statusBlock,
  data: contestData,
  losses,
  openLink: openingLinks(openVoteLink, openOfferLink),
};
