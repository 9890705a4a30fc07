// From rows of values to a plan, and from which cell each of its lines came.
import { blankPlan } from '../plan/blank.ts';
import type { Activity, Indicator, Plan, Task } from '../plan/shape.ts';
import { generalFrom, resultsFrom } from './build-general.ts';
import { lineFrom, measureFrom, note, type Place, wordsFrom } from './from-row.ts';
import { type ImportFault, importFault } from './imported.ts';
import type { Row, Rows } from './rows.ts';

export interface Built {
  readonly plan: Plan;
  readonly faults: readonly ImportFault[];
  /** By JSON pointer into the plan. */
  readonly places: ReadonlyMap<string, Place>;
}

const textOf = ({ values }: Row, column: string): string => String(values[column] ?? '');
const dayOf = (row: Row, column: string): string | null => textOf(row, column) || null;

export function builtFrom(rows: Rows['rows']): Built {
  const faults = [
    ...orphans(rows.activities, 'task', rows.tasks),
    ...orphans(rows.indicators, 'activity', rows.activities),
  ];
  const places = new Map<string, Place>();
  const tasks = rows.tasks.map((row, at) => taskFrom(row, `/tasks/${at}`, rows, places));
  const plan: Plan = {
    general: { ...generalFrom(rows.general, faults, places), ...resultsFrom(rows, places) },
    team: teamFrom(rows.team, places),
    tasks,
    impact: impactFrom(rows.impact, places),
  };
  return { plan, faults, places };
}

/** Rows that belong to none of the others. */
const orphans = (rows: readonly Row[], column: string, owners: readonly Row[]): ImportFault[] => {
  const known = owners.map((row) => textOf(row, 'id'));
  return rows.flatMap((row) =>
    row.values[column] === undefined || known.includes(textOf(row, column))
      ? []
      : [importFault(row.at(column), row.cell(column), 'belongs-nowhere')],
  );
};

function taskFrom(row: Row, here: string, rows: Rows['rows'], places: Map<string, Place>): Task {
  note(places, here, row, { title: 'kk', id: 'id' });
  const id = textOf(row, 'id');
  const own = rows.activities.filter((each) => textOf(each, 'task') === id);
  return {
    ...{ id, section: row.values.section === 'contract' ? 'contract' : 'task', title: wordsFrom(row) },
    activities: own.map((each, at) => activityFrom(each, `${here}/activities/${at}`, rows, places)),
  };
}

function activityFrom(row: Row, here: string, rows: Rows['rows'], places: Map<string, Place>): Activity {
  note(places, here, row, { title: 'kk', id: 'id', place: 'place_kk', from: 'from', to: 'to' });
  const id = textOf(row, 'id');
  const own = rows.indicators.filter((each) => textOf(each, 'activity') === id);
  const ids = [...new Set(own.map((each) => textOf(each, 'id')))];
  return {
    ...{ id, title: wordsFrom(row), description: lineFrom(row, 'description_') },
    ...{ place: lineFrom(row, 'place_'), channel: lineFrom(row, 'channel_') },
    ...{ from: dayOf(row, 'from'), to: dayOf(row, 'to') },
    indicators: ids.map((each, at) => {
      const parts = own.filter((part) => textOf(part, 'id') === each);
      return indicatorFrom(each, parts, `${here}/indicators/${at}`, places);
    }),
  };
}

/** Rows of one id are the parts of one target. */
function indicatorFrom(
  id: string,
  parts: readonly Row[],
  here: string,
  places: Map<string, Place>,
): Indicator {
  const [first] = parts;
  if (first) note(places, here, first, { name: 'kk', target: 'value', id: 'id' });
  const target = parts.flatMap((row) => measureFrom(row) ?? []);
  const plan = first ? textOf(first, 'plan') : '';
  return {
    ...{ id, name: first ? wordsFrom(first) : {}, target },
    nature: first?.values.nature === 'qualitative' ? 'qualitative' : 'quantitative',
    words: { kk: plan === '' ? target.map(({ value }) => value).join('/') : plan },
  };
}

function teamFrom(rows: readonly Row[], places: Map<string, Place>): Plan['team'] {
  const members = rows.map((row, at) => {
    note(places, `/team/members/${at}`, row, {});
    return {
      id: `m${at + 1}`,
      employment: row.values.employment === 'contract' ? ('contract' as const) : ('staff' as const),
      ...{ position: wordsFrom(row, 'position_'), duties: wordsFrom(row, 'duties_') },
      share: typeof row.values.share === 'number' ? row.values.share : null,
    };
  });
  places.set('/team', { pointer: '/team/A1', value: '' });
  return { members, none: [] };
}

function impactFrom(rows: readonly Row[], places: Map<string, Place>): Plan['impact'] {
  return blankPlan().impact.map((blank, at) => {
    const row = rows.find(({ values }) => values.line === blank.line);
    if (row) note(places, `/impact/${at}`, row, { value: 'value' });
    else places.set(`/impact/${at}`, { pointer: '/impact/A1', value: blank.line });
    return { ...blank, value: typeof row?.values.value === 'number' ? row.values.value : null };
  });
}
