// The colleges of a region on a day, to choose from.
import type { LocalDate } from '../../../kernel/calendar.ts';
import { type College, collegesOn } from '../../../reference/colleges.ts';
import type { EngineContext } from '../../context.ts';

export const collegesIn = (ctx: EngineContext, on: LocalDate, region: string): Promise<readonly College[]> =>
  collegesOn(ctx, on, region);
