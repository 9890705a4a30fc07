// What the operator is asked to decide: applications of participants and of centres.
import { final, type ReviewKind } from '../../../reviews/kind.ts';
import { refreshes } from '../../../reviews/refresh.ts';
import type { EngineContext } from '../../context.ts';
import { centreCard, centreIds, readCentre } from '../centres/card.ts';
import type { OfCentre } from '../centres/events.ts';
import { applicationCard } from './card.ts';
import type { OfParticipation } from './events.ts';
import { applicationIds, readApplication } from './readings.ts';

type Kind = ReviewKind<EngineContext>;

export const applicationReview: Kind = {
  id: 'badge-application',
  title: 'badge-staff:queue.application',
  roles: ['operator'],
  decisions: { 'badge.application-accept': final, 'badge.application-refuse': final },
  read: readApplication,
  card: applicationCard,
  subjects: applicationIds,
};

export const centreReview: Kind = {
  id: 'badge-centre',
  title: 'badge-staff:queue.centre',
  roles: ['operator'],
  decisions: { 'badge.centre-accept': final, 'badge.centre-refuse': final },
  read: readCentre,
  card: centreCard,
  subjects: centreIds,
};

export const applicationReviews: readonly Kind[] = [applicationReview, centreReview];

export const refreshApplication = refreshes(
  applicationReview,
  ({ participation }: OfParticipation) => participation,
);
export const refreshCentre = refreshes(centreReview, ({ centre }: OfCentre) => centre);
