// What a grantee may appeal against: evidence that was returned. The grantor's director hears it.
import type { Appealable } from '../../../appeals/appealable.ts';
import { text } from '../../../kernel/message.ts';
import type { EngineContext } from '../../context.ts';
import { acceptOnAppeal } from '../evidence/accept-on-appeal.ts';
import { evidenceOf } from '../evidence/cases.ts';
import { evidenceReview } from '../reviews/evidence.ts';
import { grantEvidence } from '../store.ts';

const evidence: Appealable<EngineContext> = {
  kind: evidenceReview,
  against: ['returned'],
  roles: ['grant-director'],
  owner: grantEvidence,
  ownerId: async (_, id) => id,
  scope: async () => 'all',
  line: async (ctx, id) =>
    text('grant:appealed', { comment: (await evidenceOf(ctx, id)).decision?.comment ?? '' }),
  anew: acceptOnAppeal,
};

export const appeals: readonly Appealable<EngineContext>[] = [evidence];
