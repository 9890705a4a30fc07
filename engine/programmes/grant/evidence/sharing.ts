// One piece of evidence may serve indicators of several activities («6.1» and «C2.1» ask for the same publications), where it is marked
// so. Within one activity it counts once: a photo of the handouts is not one of the ten photos as well.
import type { Measure } from '../plan/measure.ts';
import { activitiesOf, indicatorIn, type Plan } from '../plan/shape.ts';
import type { Served } from '../progress/piece.ts';

export interface Shared extends Served {
  readonly activity: string;
}

/** The stricter reading: of the same unit, and for no other purpose. */
const isSame = (a: Measure, b: Measure): boolean =>
  a.unit === b.unit &&
  a.per === b.per &&
  (a.subject === b.subject || a.subject === null || b.subject === null);

/** Parts of other activities that the same evidence would serve. */
export function sharableWith(plan: Pick<Plan, 'tasks'>, { indicator, part }: Served): readonly Shared[] {
  const own = indicatorIn(plan, indicator);
  const measure = own?.indicator.target[part];
  if (!own || !measure) return [];
  return activitiesOf(plan)
    .filter(({ id }) => id !== own.activity.id)
    .flatMap(({ id: activity, indicators }) =>
      indicators.flatMap(({ id, target }) => {
        const at = target.findIndex((each) => isSame(measure, each));
        return at < 0 ? [] : [{ activity, indicator: id, part: at }];
      }),
    );
}

/**
 * What a list of people serves besides: the people of the same target, and the number of participants that its activity asks for.
 */
export function countedByList(plan: Pick<Plan, 'tasks'>, { indicator, part }: Served): readonly Served[] {
  const own = indicatorIn(plan, indicator);
  if (own?.indicator.target[part]?.unit !== 'list') return [];
  const onList = own.indicator.target.findIndex(({ unit }) => unit === 'person');
  if (onList >= 0) return [{ indicator, part: onList }];
  return own.activity.indicators.flatMap(({ id, target }) => {
    const at = target.findIndex(({ unit }) => unit === 'person');
    return at < 0 || target.some(({ unit }) => unit === 'list') ? [] : [{ indicator: id, part: at }];
  });
}
