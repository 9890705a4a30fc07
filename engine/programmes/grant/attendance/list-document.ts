// Lists of people as papers of the contract: in Kazakh and Russian at once, as its annex asks for them.
import type { Layout } from '../../../documents/layout.ts';
import { renderPdf } from '../../../documents/pdf/render.ts';
import type { EngineContext } from '../../context.ts';
import { activityOf, type Plan } from '../plan/shape.ts';
import { wordsIn } from '../plan/words.ts';

const TITLES = {
  attendance: 'Қатысушылар тізімі / Список участников',
  contacts: 'Сауалнамаға қатысқандардың байланыс деректері / Контакты опрошенных',
} as const;

const COLUMNS = {
  attendance: ['№', 'Аты-жөні / ФИО', 'Жұмыс орны / Место работы'],
  contacts: ['№', 'Аты-жөні / ФИО', 'Телефон'],
} as const;

export interface PeopleList {
  readonly kind: keyof typeof TITLES;
  readonly plan: Plan;
  readonly activity: string;
  /** Civil date; null for a list that belongs to no single day. */
  readonly date: string | null;
  readonly rows: readonly (readonly [name: string, more: string])[];
}

/** @returns the bytes of a PDF */
export const listDocument = (ctx: EngineContext, list: PeopleList): Promise<Buffer> =>
  renderPdf(layoutOf(list), (words) => (typeof words === 'string' ? words : words.key), ctx.clock.now());

function layoutOf({ kind, plan, activity, date, rows }: PeopleList): Layout {
  const title = TITLES[kind];
  const about = wordsIn(activityOf(plan, activity)?.title ?? {}, 'kk');
  const [number, name, more] = COLUMNS[kind];
  return {
    title,
    page: { size: 'A4', orientation: 'portrait' },
    numbered: true,
    blocks: [
      { kind: 'title', text: title },
      { kind: 'paragraph', text: wordsIn(plan.general.theme ?? {}, 'kk') || '—', emphasis: 'strong' },
      { kind: 'paragraph', text: `${activity} ${about}` },
      ...(date === null ? [] : [{ kind: 'paragraph' as const, text: dayOf(date) }]),
      { kind: 'space', lines: 1 },
      {
        kind: 'table',
        columns: [
          { title: number, share: 0.2, align: 'right' },
          { title: name, share: 1.4 },
          { title: more, share: 1 },
        ],
        rows: rows.map(([who, what], at) => [String(at + 1), who, what]),
      },
    ],
  };
}

const dayOf = (date: string): string => `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
