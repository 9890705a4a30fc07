// Hearing an appeal: upheld or decided anew, each with a reason that the person reads.
import type { Appealable } from '../../../../engine/appeals/appealable.ts';
import { appealKindId } from '../../../../engine/appeals/appealable.ts';
import { decideAppeal } from '../../../../engine/appeals/decide.ts';
import { decisionIds } from '../../../../engine/appeals/review.ts';
import type { EngineContext, Programme } from '../../../../engine/programmes/programme.ts';
import { appealsOf } from '../../../../engine/programmes/rooms.ts';
import type { Dialogue } from '../../../dialogue/step.ts';
import { worded } from './decide.ts';

export const appealDecisions = (programmes: readonly Programme[]): readonly Dialogue<EngineContext>[] =>
  [...appealsOf({ programmes }).values()].flatMap(decisionsOf);

function decisionsOf(declared: Appealable<EngineContext>): readonly Dialogue<EngineContext>[] {
  const kind = appealKindId(declared.kind.id);
  const { uphold, anew } = decisionIds(declared.kind.id);
  return [
    worded({
      ...{ id: uphold, kind, ask: 'appeals:uphold.why', sure: 'appeals:uphold.sure' },
      ...{ done: 'appeals:uphold.done', button: 'appeals:button.uphold' },
      decide: (ctx, command, id, reason) =>
        decideAppeal(ctx, declared, command, id, { uphold: true, reason }),
    }),
    worded({
      ...{ id: anew, kind, ask: 'appeals:anew.why', sure: 'appeals:anew.sure' },
      ...{ done: 'appeals:anew.done', button: 'appeals:button.anew' },
      decide: (ctx, command, id, reason) =>
        decideAppeal(ctx, declared, command, id, { uphold: false, reason }),
    }),
  ];
}
