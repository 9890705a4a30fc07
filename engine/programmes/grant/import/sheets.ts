// The sheets of the workbook in which a plan may be written, and what each column takes. The template is made of it, and a filled-in
// one is read by it.

import { isLocalDate } from '../../../kernel/calendar.ts';
import { regionOf } from '../../../kernel/regions.ts';
import { bases, comparators } from '../plan/measure.ts';
import { employments, impactLines, natures, sections } from '../plan/shape.ts';
import { units } from '../plan/units.ts';

/** What a cell holds, read; or the code of the hint with what the hint names. */
export type Read =
  | { readonly value: string | number }
  | { readonly fault: string; readonly params?: Readonly<Record<string, string | number>> };

export interface Column {
  readonly name: string;
  readonly optional: boolean;
  readonly read: (cell: string) => Read;
}

export interface SheetDeclaration {
  readonly name: string;
  readonly columns: readonly Column[];
}

const words = (cell: string): Read =>
  [...cell].length > 2000 ? { fault: 'too-long', params: { most: 2000 } } : { value: cell };

const id = (cell: string): Read => (/^[A-Za-z0-9.]{1,12}$/.test(cell) ? { value: cell } : { fault: 'id' });

const whole =
  (least: number, most: number) =>
  (cell: string): Read => {
    const digits = cell.replace(/[\s\u00a0]/gu, '');
    const value = Number(digits);
    return /^\d+$/.test(digits) && value >= least && value <= most
      ? { value }
      : { fault: 'number', params: { least, most } };
  };

const oneOf =
  (allowed: readonly string[]) =>
  (cell: string): Read =>
    allowed.includes(cell) ? { value: cell } : { fault: 'choice', params: { allowed: allowed.join(', ') } };

/** `2025-05-01` or `01.05.2025`. */
function day(cell: string): Read {
  const [, d, m, y] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell) ?? [];
  const date = d && m && y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : cell;
  return isLocalDate(date) ? { value: date } : { fault: 'date' };
}

const column = (name: string, read: Column['read'], optional = false): Column => ({ name, read, optional });
const maybe = (name: string, read: Column['read']): Column => column(name, read, true);

/** At least one of the three is wanted: said of the row. */
const languages = (prefix = ''): readonly Column[] =>
  ['kk', 'ru', 'en'].map((language) => maybe(`${prefix}${language}`, words));

export const generalLines = [
  ...['grantee', 'direction', 'theme', 'goal', 'territory', 'targetGroup'],
  ...['region', 'from', 'to', 'applicationNumber', 'applicationDate', 'contractNumber', 'contractDate'],
] as const;

const region = (cell: string): Read => (regionOf(cell) ? { value: cell } : { fault: 'region' });

/** Lines of block I that hold one value and no words. */
export const plainLines: Readonly<Record<string, Column['read']>> = {
  ...{ region, from: day, to: day, applicationNumber: words, applicationDate: day },
  ...{ contractNumber: words, contractDate: day },
};

const value = whole(1, 1_000_000_000);
const count = whole(1, 100_000);

export const sheets = {
  general: [column('line', oneOf(generalLines)), ...languages(), maybe('value', words)],
  results: [
    ...[column('no', count), ...languages(), column('carriedBy', words)],
    ...[
      maybe('value', value),
      maybe('unit', oneOf(units)),
      maybe('comparator', oneOf(comparators)),
      maybe('subject', words),
    ],
  ],
  partners: [column('no', count), ...languages(), maybe('branches', count)],
  team: [
    ...[column('employment', oneOf(employments)), ...languages('position_'), ...languages('duties_')],
    column('share', whole(1, 100)),
  ],
  tasks: [column('id', id), column('section', oneOf(sections)), ...languages()],
  activities: [
    ...[column('id', id), column('task', id), ...languages(), ...languages('description_')],
    ...[...languages('place_'), ...languages('channel_'), column('from', day), column('to', day)],
  ],
  indicators: [
    ...[column('id', id), column('activity', id), ...languages(), column('nature', oneOf(natures))],
    ...[maybe('plan', words), column('comparator', oneOf(comparators)), column('value', value)],
    ...[
      column('unit', oneOf(units)),
      maybe('subject', words),
      maybe('per', oneOf(bases)),
      maybe('base', count),
    ],
  ],
  impact: [column('line', oneOf(impactLines)), column('value', whole(0, 1_000_000_000))],
} as const satisfies Readonly<Record<string, readonly Column[]>>;

export type SheetName = keyof typeof sheets;
export const sheetNames = Object.keys(sheets) as readonly SheetName[];
