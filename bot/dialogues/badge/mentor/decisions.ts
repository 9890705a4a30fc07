// Decisions on the cards of journal entries and missed weeks, bound to their use-cases.
import { decideDispute, decideEntry, decideExcuse } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { Dialogue } from '../../../dialogue/step.ts';
import { errand, worded } from '../../shared/reviews/decide.ts';

const asking = (name: string, button: string) => ({
  ask: `badge-mentor:ask.${name}`,
  sure: `badge-mentor:sure.${name}`,
  done: `badge-mentor:done.${name}`,
  button: `badge-mentor:button.${button}`,
});

export const decisions: readonly Dialogue<EngineContext>[] = [
  errand({
    ...{ id: 'badge.entry-approve', kind: 'badge-entry' },
    decide: (ctx, command, id) => decideEntry(ctx, command, id, { how: 'approved' }),
  }),
  worded({
    ...{ id: 'badge.entry-return', kind: 'badge-entry', ...asking('return', 'return') },
    decide: (ctx, command, id, words) => decideEntry(ctx, command, id, { how: 'returned', words }),
  }),
  worded({
    ...{ id: 'badge.entry-task', kind: 'badge-entry', ...asking('task', 'task') },
    decide: (ctx, command, id, words) => decideEntry(ctx, command, id, { how: 'tasked', words }),
  }),
  errand({
    ...{ id: 'badge.excuse-grant', kind: 'badge-excuse' },
    decide: (ctx, command, id) => decideExcuse(ctx, command, id, { excuse: true }),
  }),
  worded({
    ...{ id: 'badge.excuse-refuse', kind: 'badge-excuse', ...asking('not-excuse', 'not-excuse') },
    decide: (ctx, command, id, words) => decideExcuse(ctx, command, id, { excuse: false, words }),
  }),
  worded({
    ...{ id: 'badge.dispute-uphold', kind: 'badge-dispute', ...asking('uphold', 'uphold') },
    decide: (ctx, command, id, words) => decideDispute(ctx, command, id, { uphold: true, words }),
  }),
  worded({
    ...{ id: 'badge.dispute-cancel', kind: 'badge-dispute', ...asking('cancel-demand', 'cancel-demand') },
    decide: (ctx, command, id, words) => decideDispute(ctx, command, id, { uphold: false, words }),
  }),
];
