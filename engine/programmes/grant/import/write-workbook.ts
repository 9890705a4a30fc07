// The workbook in which a plan is written: the empty template, or a plan that there is already.
import writeXlsxFile, { type CellObject } from 'write-excel-file/node';
import type { Measure } from '../plan/measure.ts';
import { activitiesOf, type Plan } from '../plan/shape.ts';
import type { Words } from '../plan/words.ts';
import { generalLines, type SheetName, sheetNames, sheets } from './sheets.ts';

type Values = Readonly<Record<string, string | number | null | undefined>>;

/** @param plan null for the empty template, which has the lines of blocks I and IV */
export async function writeWorkbook(plan: Plan | null): Promise<Buffer> {
  const rows = rowsOf(plan);
  const made = sheetNames.map((name) => ({
    sheet: name,
    stickyRowsCount: 1,
    data: [
      sheets[name].map((column): CellObject => ({ value: column.name, type: String, fontWeight: 'bold' })),
      ...rows[name].map((row) => sheets[name].map((column) => cellOf(row[column.name]))),
    ],
  }));
  return writeXlsxFile(made).toBuffer();
}

function cellOf(value: string | number | null | undefined): CellObject | null {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'number' ? { value, type: Number } : { value, type: String };
}

const inColumns = (words: Words | null, prefix = ''): Values => ({
  [`${prefix}kk`]: words?.kk,
  [`${prefix}ru`]: words?.ru,
  [`${prefix}en`]: words?.en,
});

const measured = (measure: Measure | undefined): Values => ({ ...measure });

function rowsOf(plan: Plan | null): Readonly<Record<SheetName, readonly Values[]>> {
  const activities =
    plan?.tasks.flatMap((task) => task.activities.map((each) => ({ task: task.id, ...each }))) ?? [];
  return {
    general: generalLines.map((line) => ({ line, ...generalRow(plan, line) })),
    results: (plan?.general.results ?? []).flatMap(({ no, words, carriedBy, wants }) =>
      (wants.length > 0 ? wants : [undefined]).map((want) => ({
        ...{ no, ...inColumns(words), carriedBy: carriedBy.join(', ') },
        ...measured(want),
      })),
    ),
    partners: (plan?.general.partners ?? []).map(({ no, words, branches }) => ({
      no,
      ...inColumns(words),
      branches,
    })),
    team: (plan?.team.members ?? []).map(({ employment, position, duties, share }) => ({
      ...{ employment, share },
      ...inColumns(position, 'position_'),
      ...inColumns(duties, 'duties_'),
    })),
    tasks: (plan?.tasks ?? []).map(({ id, section, title }) => ({ id, section, ...inColumns(title) })),
    activities: activities.map(({ id, task, title, description, place, channel, from, to }) => ({
      ...{ id, task, from, to, ...inColumns(title), ...inColumns(description, 'description_') },
      ...{ ...inColumns(place, 'place_'), ...inColumns(channel, 'channel_') },
    })),
    indicators: plan ? indicatorRows(plan) : [],
    impact: (plan?.impact ?? []).map(({ line, value }) => ({ line, value })),
  };
}

const indicatorRows = (plan: Plan): readonly Values[] =>
  activitiesOf(plan).flatMap(({ id: activity, indicators }) =>
    indicators.flatMap(({ id, name, nature, words, target }) =>
      target.map((measure) => ({
        id,
        activity,
        nature,
        plan: words.kk ?? words.ru,
        ...inColumns(name),
        ...measured(measure),
      })),
    ),
  );

const references = {
  applicationNumber: ['application', 'number'],
  applicationDate: ['application', 'date'],
  contractNumber: ['contract', 'number'],
  contractDate: ['contract', 'date'],
} as const;

function generalRow(plan: Plan | null, line: (typeof generalLines)[number]): Values {
  if (!plan) return {};
  const { general } = plan;
  if (line === 'region' || line === 'from' || line === 'to') return { value: general[line] };
  const reference = Object.entries(references).find(([name]) => name === line)?.[1];
  if (reference) return { value: general[reference[0]][reference[1]] };
  return inColumns(Reflect.get(general, line) as Words | null);
}
