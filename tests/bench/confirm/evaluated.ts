// Where a student stands by the rules after a confirmation; ours and the rival ask in the same way.
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { completionFacts } from '../../../engine/programmes/credit/facts.ts';
import type { Credit } from '../../../engine/programmes/credit/store.ts';

export const evaluated = (ctx: EngineContext, credit: Credit) =>
  ctx.rules.evaluate('credit.completion', credit.startedOn, completionFacts(credit, false, true));
