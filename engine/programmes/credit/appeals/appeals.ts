// What a student may appeal against: returned hours. It is heard by the body that accredits the organisation.
import type { Appealable } from '../../../appeals/appealable.ts';
import { text } from '../../../kernel/message.ts';
import { accreditationScope, organisationOf } from '../../../organisations/accreditation.ts';
import type { EngineContext } from '../../context.ts';
import { entryCase } from '../cases.ts';
import { hoursReview } from '../reviews/kinds.ts';
import { students } from '../store.ts';
import { confirmOnAppeal } from '../use-cases/confirm-on-appeal.ts';

const hours: Appealable<EngineContext> = {
  kind: hoursReview,
  against: ['returned'],
  roles: ['accreditor'],
  owner: students,
  ownerId: async (ctx, entry) => (await entryCase(ctx, entry)).student._id,
  async scope(ctx, entry) {
    const { credit } = await entryCase(ctx, entry);
    return accreditationScope(await organisationOf(ctx, credit.organisationId));
  },
  async line(ctx, subject) {
    const { date, start, minutes, reason } = (await entryCase(ctx, subject)).entry;
    return text('credit:appealed', { date, start, minutes, reason: reason ?? '' });
  },
  anew: confirmOnAppeal,
};

export const appeals: readonly Appealable<EngineContext>[] = [hours];
