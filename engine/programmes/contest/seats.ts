// The hard quotas as seats: of a college's three and of a region's ten, each edition its own. Opened at first need with the
// edition's own figure; no race can overrun them.
import { isDuplicate } from '../../store/command.ts';
import { openSeats, takeSeat } from '../../store/seats.ts';
import type { EngineContext } from '../context.ts';
import type { Edition, Nomination } from './store.ts';

type OfCollege = Pick<Nomination, 'edition' | 'college'>;
type OfRegion = Pick<Nomination, 'edition' | 'region'>;

export const collegeSeats = ({ edition, college }: OfCollege): string =>
  `contest.college/${edition}/${college}`;
export const regionSeats = ({ edition, region }: OfRegion): string => `contest.region/${edition}/${region}`;

export const takeCollegeSeat = (ctx: EngineContext, edition: Edition, of: OfCollege, holder: string) =>
  take(ctx, collegeSeats(of), edition.seats.college, holder);

export const takeRegionSeat = (ctx: EngineContext, edition: Edition, of: OfRegion, holder: string) =>
  take(ctx, regionSeats(of), edition.seats.region, holder);

async function take(
  ctx: EngineContext,
  id: string,
  capacity: number,
  holder: string,
): Promise<'taken' | 'full'> {
  await openSeats(ctx, id, capacity).catch((error: unknown) => {
    // Somebody else opened them in the same moment.
    if (!isDuplicate(error)) throw error;
  });
  return takeSeat(ctx, id, holder);
}
