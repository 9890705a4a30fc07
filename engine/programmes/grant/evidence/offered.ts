// A piece of evidence as it is sent, before anything is decided about it: what it is, and whether it may be sent so.
import { isLocalDate, localDate } from '../../../kernel/calendar.ts';
import { type Refused, refused } from '../../../kernel/result.ts';
import { isOnLists, type Measure } from '../plan/measure.ts';
import { type Activity, type Indicator, indicatorIn, type Plan } from '../plan/shape.ts';
import { type EvidenceKind, isFigure, kindsOf } from '../plan/units.ts';
import { daysOf } from '../progress/periods.ts';
import type { Served } from '../progress/piece.ts';
import type { GrantProject } from '../store.ts';
import { fitsSubject, type KnownLink } from './networks.ts';

export interface NewEvidence {
  readonly project: string;
  readonly indicator: string;
  /** Which measure of its target; the first unless it says otherwise. */
  readonly part: number;
  /** Indicators of other activities that it is marked to serve as well. */
  readonly alsoServes: readonly string[];
  readonly kind: EvidenceKind;
  /** Ids of kept media. */
  readonly media: readonly string[];
  readonly link: string | null;
  /** How many of the unit it shows; of files that are counted one by one it is their number. */
  readonly quantity: number | null;
  /** People on the list, or at the event. */
  readonly people: number | null;
  /** Civil date of what it shows. */
  readonly date: string;
  readonly place: string | null;
  readonly participant: string | null;
  readonly note: string | null;
}

export interface Meant {
  readonly activity: Activity;
  readonly indicator: Indicator;
  readonly measure: Measure;
}

export function meantBy(plan: Pick<Plan, 'tasks'>, { indicator, part }: Served): Meant | null {
  const found = indicatorIn(plan, indicator);
  const measure = found?.indicator.target[part];
  return found && measure ? { ...found, measure } : null;
}

const MOST = 1_000_000_000;
const isAmount = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= MOST;

/** Why it cannot be sent so; null where it can. */
export function refusalOf(
  now: Date,
  evidence: NewEvidence,
  meant: Meant,
  link: KnownLink | null,
  { trip, participants }: Pick<GrantProject, 'trip' | 'participants'>,
): Refused | null {
  return (
    proofRefusal(evidence, meant, link) ??
    amountRefusal(evidence, meant) ??
    dateRefusal(now, evidence, meant, trip) ??
    participantRefusal(evidence, meant.measure, participants)
  );
}

function proofRefusal({ kind, media }: NewEvidence, { measure }: Meant, link: KnownLink | null) {
  const { unit, subject } = measure;
  if (!kindsOf[unit].includes(kind)) return refused('grant.wrong-kind', { unit });
  if (kind === 'link' && !link) return refused('grant.no-link');
  if (kind !== 'link' && media.length === 0) return refused('grant.no-file');
  return unit === 'publication' && link && !fitsSubject(subject, link.network)
    ? refused('grant.wrong-network', { subject: subject ?? '' })
    : null;
}

function amountRefusal({ quantity, people }: NewEvidence, { measure, indicator }: Meant): Refused | null {
  const { unit } = measure;
  const given = [quantity, people].filter((each) => each !== null);
  if (!given.every(isAmount)) return refused('grant.quantity-unreadable');
  const figure = unit === 'person' ? people : quantity;
  if (isFigure(unit) && figure === null) return refused('grant.quantity-needed');
  const needsPeople = unit === 'list' && indicator.target.some((each) => isOnLists(indicator.target, each));
  return needsPeople && people === null ? refused('grant.people-needed') : null;
}

function dateRefusal(
  now: Date,
  { date }: NewEvidence,
  { activity, measure }: Meant,
  trip: GrantProject['trip'],
): Refused | null {
  if (!isLocalDate(date)) return refused('grant.date-unreadable');
  if (date > localDate(now)) return refused('grant.date-in-future');
  if (activity.from !== null && date < activity.from)
    return refused('grant.date-before', { from: activity.from });
  if (measure.per === 'day' && trip && !daysOf(trip).includes(date))
    return refused('grant.not-a-trip-day', { from: trip.from, days: trip.days });
  return null;
}

function participantRefusal(
  { participant }: NewEvidence,
  { per, base }: Measure,
  participants: number | null,
): Refused | null {
  if (per !== 'participant') return null;
  if (participant === null) return refused('grant.participant-needed');
  const most = base ?? participants;
  const isListed = /^\d+$/.test(participant);
  return isListed && most !== null && (Number(participant) < 1 || Number(participant) > most)
    ? refused('grant.no-such-participant', { most })
    : null;
}
