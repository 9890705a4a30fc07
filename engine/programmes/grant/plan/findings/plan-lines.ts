// Block III: each activity has a place (a channel), a term within the project's, a description and indicators with a figure.
// Source: 004_37e0be1e6b574c89, footnotes 1 to 6.
import { isLocalDate } from '../../../../kernel/calendar.ts';
import type { Activity, Indicator, Plan } from '../shape.ts';
import { isBlank, type Words, wordsIn } from '../words.ts';
import { type Finding, fault, warning } from './finding.ts';

/** From so many words on a title says who, what and what for by itself. */
const DESCRIBED = 6;

export function planFindings({ tasks, general }: Plan): readonly Finding[] {
  if (tasks.length === 0) return [fault('no-tasks', '/tasks')];
  return tasks.flatMap(({ id, title, activities }, at) => {
    const here = `/tasks/${at}`;
    return [
      ...(isBlank(title) ? [fault('task-untitled', `${here}/title`, { id })] : []),
      ...(activities.length === 0 ? [fault('task-empty', here, { id })] : []),
      ...activities.flatMap((each, index) => activityFindings(each, `${here}/activities/${index}`, general)),
    ];
  });
}

function activityFindings(activity: Activity, here: string, general: Plan['general']): readonly Finding[] {
  const { id, title, description, place, channel, indicators } = activity;
  return [
    ...(isBlank(title) ? [fault('activity-untitled', `${here}/title`, { id })] : []),
    ...(isDescribed(title, description)
      ? []
      : [warning('activity-undescribed', `${here}/description`, { id })]),
    ...(isBlank(place) && isBlank(channel) ? [fault('activity-no-place', `${here}/place`, { id })] : []),
    ...termFindings(activity, here, general),
    ...(indicators.length === 0 ? [fault('activity-no-indicators', here, { id })] : []),
    ...indicators.flatMap((each, index) => indicatorFindings(each, `${here}/indicators/${index}`)),
  ];
}

const isDescribed = (title: Words, description: Words | null): boolean =>
  !isBlank(description) || wordsIn(title, 'kk').split(/\s+/u).filter(Boolean).length >= DESCRIBED;

function termFindings(
  { id, from, to }: Activity,
  here: string,
  general: Plan['general'],
): readonly Finding[] {
  if (from === null || to === null || !isLocalDate(from) || !isLocalDate(to))
    return [fault('activity-no-term', `${here}/from`, { id })];
  if (to < from) return [fault('activity-reversed', `${here}/to`, { id, from, to })];
  const isOutside =
    (general.from !== null && from < general.from) || (general.to !== null && to > general.to);
  const period = { start: general.from ?? from, end: general.to ?? to };
  return isOutside ? [fault('activity-outside', `${here}/from`, { id, from, to, ...period })] : [];
}

const indicatorFindings = ({ id, name, target }: Indicator, here: string): readonly Finding[] => [
  ...(isBlank(name) ? [fault('indicator-unnamed', `${here}/name`, { id })] : []),
  ...(target.length === 0 ? [fault('indicator-no-value', `${here}/target`, { id })] : []),
];
