// Blocks III and IV: each indicator's plan with the fact beside it, and the social impact.
import type { Block, Words as Cell } from '../../../documents/layout.ts';
import type { Language } from '../../../kernel/languages.ts';
import { text } from '../../../kernel/message.ts';
import { wordsIn } from '../plan/words.ts';
import type { ActivityProgress, TaskProgress } from '../progress/progress.ts';
import { piecesOf, type ReportView } from './view.ts';

export function planBlocks(view: ReportView, language: Language): readonly Block[] {
  const tasks = view.progress.tasks.flatMap((each): readonly Block[] => [
    { kind: 'paragraph', emphasis: 'strong', text: taskTitle(each, language) },
    tableOf(each, view, language),
  ]);
  return [{ kind: 'title', level: 3, text: text('grant-report:block.plan') }, ...tasks];
}

const taskTitle = ({ task, percent }: TaskProgress, language: Language): Cell =>
  text(`grant-report:section.${task.section}`, {
    ...{ id: task.id.replace(/^C/, ''), percent },
    title: wordsIn(task.title, language),
  });

const tableOf = ({ activities }: TaskProgress, view: ReportView, language: Language): Block => ({
  kind: 'table',
  columns: [
    { title: text('grant-report:column.activity'), share: 2.9 },
    { title: text('grant-report:column.place'), share: 1.8 },
    { title: text('grant-report:column.indicator'), share: 2.5 },
    { title: text('grant-report:column.plan'), share: 1.8 },
    { title: text('grant-report:column.fact'), share: 1.3 },
    { title: text('grant-report:column.percent'), share: 0.8, align: 'right' },
    { title: text('grant-report:column.evidence'), share: 1.6 },
    { title: text('grant-report:column.term'), share: 1.7 },
  ],
  rows: activities.flatMap((each) => rowsOf(each, view, language)),
});

/** What is the same for all indicators of an activity stands in its first row. */
function rowsOf(
  { activity, indicators }: ActivityProgress,
  view: ReportView,
  language: Language,
): readonly (readonly Cell[])[] {
  const words = (each: Parameters<typeof wordsIn>[0] | null): string => (each ? wordsIn(each, language) : '');
  const term = text('grant-report:period', { from: activity.from, to: activity.to });
  return indicators.map(({ indicator, parts, percent }, nth) => [
    nth === 0 ? `${activity.id}. ${words(activity.title)}` : '',
    nth === 0 ? words(activity.place ?? activity.channel) : '',
    words(indicator.name),
    words(indicator.words),
    parts.map(({ have, need }) => `${have} / ${need ?? '—'}`).join('\n'),
    text('grant-report:percent', { percent }),
    piecesOf(view, indicator.id)
      .map((no) => `№ ${no}`)
      .join(', '),
    nth === 0 ? term : '',
  ]);
}

export function impactBlocks({ impact }: ReportView, language: Language): readonly Block[] {
  return [
    { kind: 'title', level: 3, text: text('grant-report:block.impact') },
    {
      kind: 'table',
      columns: [
        { title: '№', share: 0.4 },
        { title: text('grant-report:column.indicator'), share: 5 },
        { title: text('grant-report:column.unit'), share: 2 },
        { title: text('grant-report:column.plan'), align: 'right' },
        { title: text('grant-report:column.fact'), align: 'right' },
      ],
      rows: impact.map(({ name, unit, plan, fact, told }, nth) => [
        String(nth + 1),
        wordsIn(name, language),
        text(`grant-report:unit.${unit}`),
        figure(plan),
        figure(fact ?? told),
      ]),
    },
  ];
}

const figure = (value: number | null): Cell =>
  value === null ? '—' : text('grant-report:figure', { value });
