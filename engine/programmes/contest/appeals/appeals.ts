// What a nominee may appeal against: that the college did not confirm the nomination. The region's education department hears it.
import type { Appealable } from '../../../appeals/appealable.ts';
import { text } from '../../../kernel/message.ts';
import type { EngineContext } from '../../context.ts';
import { admitOnAppeal } from '../nominations/admit-on-appeal.ts';
import { nominationOf } from '../nominations/nomination.ts';
import { nominationReview } from '../reviews/kinds.ts';
import { regionScope } from '../rights.ts';
import { nominations } from '../store.ts';

const admission: Appealable<EngineContext> = {
  kind: nominationReview,
  against: ['not-admitted'],
  roles: ['education-department'],
  owner: nominations,
  ownerId: async (_, id) => id,
  scope: async (ctx, id) => regionScope((await nominationOf(ctx, id)).region),
  line: async (ctx, id) => text('contest:appealed', { reason: (await nominationOf(ctx, id)).reason ?? '' }),
  anew: admitOnAppeal,
};

export const appeals: readonly Appealable<EngineContext>[] = [admission];
