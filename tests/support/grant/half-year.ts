// Everything that the sample's plan asks for, sent by the lead and accepted by the manager through the use-cases: the half-year of a
// project, for stories and reports. Surveys come as their figures.
import type { Actor } from '../../../engine/kernel/actor.ts';
import { addDays } from '../../../engine/kernel/calendar.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  type Activity,
  activitiesOf,
  decideEvidence,
  isOnLists,
  isPopulation,
  type Measure,
  type NewEvidence,
  planOf,
  projectOf,
  sendEvidence,
  sendSurveyFigure,
} from '../../../engine/programmes/grant/programme.ts';
import { newCommand, unwrap } from '../credit/cast.ts';
import { evidenceFor, newPhotos } from './cast.ts';

export interface Sides {
  readonly lead: Actor;
  readonly manager: Actor;
}

/** As many pieces as a measure needs; the trip's days must be known, and every date be past. */
export async function acceptWholePlan(ctx: EngineContext, project: string, sides: Sides): Promise<void> {
  const found = await projectOf(ctx, project);
  for (const activity of activitiesOf(planOf(found)))
    for (const { id, target } of activity.indicators)
      for (const [part, measure] of target.entries()) {
        if (isOnLists(target, measure)) continue;
        const people = target.find((each) => isOnLists(target, each))?.value ?? null;
        for (const more of piecesOf(measure, activity, found.trip, people))
          await acceptOne(ctx, project, sides, id, part, measure, more);
      }
}

type Piece = Partial<NewEvidence> & { readonly files: number };

function piecesOf(
  measure: Measure,
  activity: Activity,
  trip: { readonly from: string; readonly days: number } | null,
  people: number | null,
): readonly Piece[] {
  const { value, unit, per, base } = measure;
  const date = activity.from ?? '';
  const times = (count: number) => Array.from({ length: count }, (_, at) => at);
  if (unit === 'percent') return [{ files: 0, date }];
  if (per === 'participant')
    return times(base ?? 0).map((at) => ({ files: 1, date, kind: 'document', participant: String(at + 1) }));
  if (per === 'day')
    return times(trip?.days ?? 0).flatMap((at) =>
      shown(unit, value, { date: addDays(trip?.from ?? '', at) }),
    );
  if (per === 'month')
    return times(6).map((at) => ({
      files: 1,
      kind: 'document',
      date: `${date.slice(0, 5)}${String(Number(date.slice(5, 7)) + at).padStart(2, '0')}-15`,
    }));
  return shown(unit, value, { date, people });
}

function shown(
  unit: Measure['unit'],
  value: number,
  more: { readonly date: string; readonly people?: number | null },
): readonly Piece[] {
  const { people = null, date } = more;
  const each = Array.from({ length: value }, () => date);
  if (unit === 'photo' || unit === 'screenshot') return [{ files: value, date }];
  if (unit === 'view') return [{ files: 1, date, quantity: value }];
  if (unit === 'person') return [{ files: 1, date, kind: 'document', people: value }];
  if (unit === 'video' || unit === 'publication') return each.map(() => ({ files: 0, date, kind: 'link' }));
  const kind = unit === 'infographic' || unit === 'banner' ? 'photo' : 'document';
  return each.map(() => ({ files: 1, date, kind, ...(unit === 'list' && { people }) }));
}

let links = 0;

async function acceptOne(
  ctx: EngineContext,
  project: string,
  { lead, manager }: Sides,
  indicator: string,
  part: number,
  measure: Measure,
  { files, ...more }: Piece,
): Promise<void> {
  links += 1;
  const host = measure.subject === 'massMedia' ? 'https://example.kz/news' : 'https://t.me/mysal_example';
  const link = more.kind === 'link' ? `${host}/${links}` : null;
  const media = await newPhotos(ctx, lead, files);
  const evidence =
    measure.unit === 'percent' && isPopulation(measure.subject)
      ? await sendSurveyFigure(ctx, newCommand(), {
          project,
          survey: indicator,
          population: measure.subject,
          satisfied: 20,
          answered: 20,
        })
      : await sendEvidence(
          ctx,
          newCommand(lead),
          evidenceFor(project, indicator, { ...more, part, link, media }),
        );
  unwrap(await decideEvidence(ctx, newCommand(manager), { evidence: unwrap(evidence), accept: true }));
}
