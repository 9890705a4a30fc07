// For how long the link of an invited member is good.
import { localDate } from '../../../kernel/calendar.ts';
import { DAY } from '../../../kernel/clock.ts';
import type { EngineContext } from '../../context.ts';

/** Milliseconds. */
export const invitationTerm = ({ rules, clock }: EngineContext): number =>
  rules.number('contest', 'commissionInvitationDays', localDate(clock.now())) * DAY;
