// How a project, an activity and an indicator stand, in words: plan beside fact.
import { seenOn } from '../../../engine/kernel/calendar.ts';
import { type Text, text } from '../../../engine/kernel/message.ts';
import {
  type ActivityProgress,
  activityParams,
  type IndicatorProgress,
  indicatorParams,
  lateIn,
  type Measured,
  named,
  type ProjectStanding,
  themeParams,
} from '../../../engine/programmes/grant/programme.ts';

export function projectTexts(standing: ProjectStanding): readonly Text[] {
  const { plan, progress, project, inForce } = standing;
  const late = lateIn(standing);
  const { sections } = progress;
  const waiting = project.versions.find(({ state }) => state === 'sent');
  return [
    text('grant:project.title', { ...themeParams(plan), percent: progress.percent }),
    ...(inForce ? [] : [text(`grant:project.${waiting ? 'waits-for-signatures' : 'not-agreed'}`)]),
    ...(inForce && waiting ? [text('grant:project.new-version', { version: waiting.no })] : []),
    ...(sections.contract.share.of > 0
      ? [
          text('grant:project.sections', {
            tasks: sections.task.percent,
            contract: sections.contract.percent,
          }),
        ]
      : []),
    ...(late.length > 0
      ? [text('grant:project.late', { count: late.length, activities: late.join(', ') })]
      : []),
  ];
}

export const activityLine = ({ states }: ProjectStanding, { activity, percent }: ActivityProgress): Text =>
  text('grant:activity.line', {
    ...{ ...activityParams(activity), percent, state: states.get(activity.id) ?? 'upcoming' },
  });

export function activityTexts(
  standing: ProjectStanding,
  progress: ActivityProgress,
  now: Date,
): readonly Text[] {
  const { activity, percent, indicators } = progress;
  const { place, channel, from, to } = activity;
  return [
    text('grant:activity.title', {
      ...{ ...activityParams(activity), ...named('place', place ?? channel), percent },
      ...{ from: seenOn(now, from ?? ''), to: seenOn(now, to ?? '') },
      state: standing.states.get(activity.id) ?? 'upcoming',
    }),
    ...indicators.flatMap(indicatorTexts),
  ];
}

/** Plan beside fact, and what is lacking. */
export function indicatorTexts({ indicator, parts, percent, done }: IndicatorProgress): readonly Text[] {
  const fact = parts.map(factOf).join(' · ');
  return [
    text(`grant:indicator.${done ? 'done' : 'open'}`, { ...indicatorParams(indicator), fact, percent }),
    ...parts.flatMap(lackingIn),
  ];
}

/** «7/10»; of a percentage «85 %/100 %»; a plan that is not known yet is «?». */
function factOf({ have, need, measure }: Measured): string {
  const sign = measure.unit === 'percent' ? '%' : '';
  return `${have}${sign}/${need ?? '?'}${need === null ? '' : sign}`;
}

const NAMED = 12;

function lackingIn({ missing, gaps, measure }: Measured): readonly Text[] {
  if (missing !== null) return [text(`grant:missing.${missing}`)];
  if (gaps.length === 0) return [];
  const shown = gaps.slice(0, NAMED).map((each) => each.split('-').reverse().join('.'));
  return [
    text(`grant:gaps.${measure.per === 'month' ? 'month' : 'day'}`, {
      count: gaps.length,
      names: `${shown.join(', ')}${gaps.length > NAMED ? ' …' : ''}`,
    }),
  ];
}
