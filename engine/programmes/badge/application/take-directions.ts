// The directions of an application: what was chosen together with what is mandatory this year, each with its form and
// provider where it has one (§3.1). Every fault is named.
import type { LocalDate } from '../../../kernel/calendar.ts';
import { ok, type Reason, type Result, refusedFor } from '../../../kernel/result.ts';
import type { StoreContext } from '../../../store/context.ts';
import { directionsOf, mandatoryOn } from '../reference/mandatory.ts';
import { isAuthorised } from '../reference/providers.ts';
import { type Direction, directions, forms, type Level, providedDirections } from '../states.ts';
import type { TakenDirection } from './shapes.ts';

export type Chosen = Omit<TakenDirection, 'mandatory'>;

/** @returns them in the order of the source */
export async function takeDirections(
  ctx: StoreContext,
  level: Level,
  chosen: readonly Chosen[],
  { on, region }: { readonly on: LocalDate; readonly region: string },
): Promise<Result<TakenDirection[]>> {
  const mandatory = await mandatoryOn(ctx, level, on);
  const missing = mandatory.filter((each) => !chosen.some(({ direction }) => direction === each));
  const reasons: Reason[] = missing.map((direction) => reason('direction-mandatory', direction));
  for (const each of chosen) reasons.push(...(await faultsOf(ctx, level, each, { on, region })));
  if (chosen.length === 0 && reasons.length === 0) reasons.push({ code: 'badge.no-directions' });
  if (reasons.length > 0) return refusedFor(reasons);
  return ok(
    directions.flatMap((direction) => {
      const found = chosen.find((each) => each.direction === direction);
      return found ? [{ ...found, mandatory: mandatory.includes(direction) }] : [];
    }),
  );
}

const reason = (code: string, direction: Direction): Reason => ({
  code: `badge.${code}`,
  params: { direction },
});

async function faultsOf(
  ctx: StoreContext,
  level: Level,
  { direction, form, provider }: Chosen,
  at: { readonly on: LocalDate; readonly region: string },
): Promise<readonly Reason[]> {
  if (!directionsOf(level).includes(direction)) return [reason('direction-not-of-level', direction)];
  const known: readonly string[] = direction in forms ? forms[direction as keyof typeof forms] : [];
  if (known.length > 0 && (form === null || !known.includes(form)))
    return [reason('form-missing', direction)];
  const provided = providedDirections.find((each) => each === direction);
  if (!provided) return [];
  if (provider === null) return [reason('provider-missing', direction)];
  const isThere = await isAuthorised(ctx, provider, { direction: provided, ...at });
  return isThere ? [] : [reason('provider-not-authorised', direction)];
}
