// What a survey of a population came to, as evidence of its percentage: satisfied of those who answered. Sent by Qadam itself when the
// survey closes; it counts once the grantor's manager has accepted it.
import type { Command } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/calendar.ts';
import { derivedId } from '../../../kernel/ids.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { evidenceSent } from '../events.ts';
import { isPopulation, type Population } from '../plan/measure.ts';
import { activitiesOf, type Plan } from '../plan/shape.ts';
import { projectOf, versionInForce } from '../project/cases.ts';
import { grantEvidence } from '../store.ts';

export interface SurveyFigure {
  readonly project: string;
  /** The survey's id: it is sent once. */
  readonly survey: string;
  readonly population: Population;
  readonly satisfied: number;
  readonly answered: number;
}

/** The indicators that ask for the satisfaction of a population. */
export const askingFor = (plan: Pick<Plan, 'tasks'>, population: Population) =>
  activitiesOf(plan).flatMap(({ id: activity, indicators }) =>
    indicators.flatMap(({ id, target }) => {
      const part = target.findIndex(({ unit, subject }) => unit === 'percent' && subject === population);
      return part < 0 ? [] : [{ activity, indicator: id, part }];
    }),
  );

/** @returns the id of the evidence */
export async function sendSurveyFigure(
  ctx: EngineContext,
  command: Command,
  { project, survey, population, satisfied, answered }: SurveyFigure,
): Promise<Result<string>> {
  const found = await projectOf(ctx, project);
  const plan = versionInForce(found)?.plan;
  if (!plan) return refused('grant.not-in-force');
  const asking = isPopulation(population) ? askingFor(plan, population) : [];
  const [first] = asking;
  if (!first || answered < 1 || satisfied > answered) return refused('grant.no-such-indicator');
  const id = derivedId(`grant survey ${project} ${survey}`);
  const made = await create(ctx, grantEvidence, id, command, {
    action: 'survey figure sent',
    set: {
      ...{ project, activity: first.activity, unit: 'percent', kind: 'survey' },
      serves: asking.map(({ indicator, part }) => ({ indicator, part })),
      ...{ media: [], contents: [], link: null, holds: [`${project} survey ${survey}`] },
      ...{ quantity: satisfied, people: null, of: answered, participant: null, place: null, note: null },
      ...{ date: localDate(ctx.clock.now()), state: 'sent', sentBy: command.actor.id },
      ...{ sentAt: ctx.clock.now(), decision: null },
    },
    events: [evidenceSent({ project, evidence: id })],
    result: id,
    details: { satisfied, answered },
  });
  return made.created ? ok(made.result) : refused('common.already-done');
}
