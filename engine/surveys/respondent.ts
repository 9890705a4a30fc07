// Who answers, as far as it must be known to take one answer each: a keyed digest, and a ticket that carries it to the page.
// A ticket is checked by a key of ours and stored nowhere.
import { addDays, type LocalDate, localDate } from '../kernel/calendar.ts';
import { sameSecret } from '../kernel/same-secret.ts';
import type { StoreContext } from '../store/context.ts';
import type { Survey } from './store.ts';

/** What a start payload begins with that leads to a survey; its id follows. */
export const LINK_MARK = 's-';

type Keyed = Pick<StoreContext, 'sealer'>;

/** @param name `person/<id>`, `chat/<key>` or `attendee/<…>` */
export const digestOf = ({ sealer }: Keyed, survey: string, name: string): string =>
  sealer.hash(`survey respondent ${survey} ${name}`).slice(0, 32);

const TICKET_DAYS = 30;

/** @param who a digest, or the person's id where the survey is not anonymous */
export function ticketFor(ctx: Pick<StoreContext, 'sealer' | 'clock'>, survey: string, who: string): string {
  const until = addDays(localDate(ctx.clock.now()), TICKET_DAYS);
  return `${who}.${until.replaceAll('-', '')}.${mark(ctx, survey, who, until)}`;
}

/** @returns whom a ticket of this survey stands for; null for one that is none, or is over */
export function readTicket(
  ctx: Pick<StoreContext, 'sealer' | 'clock'>,
  survey: string,
  ticket: string,
): string | null {
  const [, who = '', year, month, day, given] =
    /^([a-z0-9]{16,32})\.(\d{4})(\d{2})(\d{2})\.([0-9a-f]{32})$/.exec(ticket) ?? [];
  const until = `${year}-${month}-${day}` as LocalDate;
  const isOurs = sameSecret(given, mark(ctx, survey, who, until));
  return isOurs && until >= localDate(ctx.clock.now()) ? who : null;
}

const mark = ({ sealer }: Keyed, survey: string, who: string, until: string): string =>
  sealer.hash(`survey ticket ${survey} ${who} ${until}`).slice(0, 32);

/** The digest under which a ticket's holder answers once. */
export const claimOf = (
  ctx: Keyed,
  { _id, anonymous }: Pick<Survey, '_id' | 'anonymous'>,
  who: string,
): string => (anonymous ? who : digestOf(ctx, _id, `person/${who}`));
