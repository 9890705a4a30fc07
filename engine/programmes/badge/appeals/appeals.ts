// What an applicant may appeal against: an application that was not accepted. Another operator hears it.
import type { Appealable } from '../../../appeals/appealable.ts';
import { text } from '../../../kernel/message.ts';
import type { EngineContext } from '../../context.ts';
import { acceptOnAppeal } from '../application/accept-on-appeal.ts';
import { applicationReview } from '../application/reviews.ts';
import { participationOf } from '../cases.ts';
import { participations } from '../store.ts';

const application: Appealable<EngineContext> = {
  kind: applicationReview,
  against: ['refused'],
  roles: ['operator'],
  owner: participations,
  ownerId: async (_, id) => id,
  scope: async () => 'all',
  async line(ctx, id) {
    const { level, decision } = await participationOf(ctx, id);
    return text('badge:appealed', { level, reason: decision?.reason ?? '' });
  },
  anew: acceptOnAppeal,
};

export const appeals: readonly Appealable<EngineContext>[] = [application];
