// A table: the titles again on every page, a row never cut in two.
import type { Column, Words } from '../layout.ts';
import { ACCENT, type Sheet, type Writing } from './sheet.ts';

const PADDING = 4;
const BODY: Writing = { size: 9.5 };
const HEAD: Writing = { face: 'strong', size: 9.5, colour: ACCENT };

interface Cell {
  readonly x: number;
  readonly width: number;
  readonly align: NonNullable<Column['align']>;
}

export function drawTable(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly Words[])[],
): void {
  const cells = cellsOf(sheet, columns);
  const titles = columns.map(({ title }) => title);
  const drawTitles = () => drawRow(sheet, cells, titles, HEAD);
  sheet.room(2 * heightOf(sheet, cells, titles, HEAD));
  drawTitles();
  for (const row of rows) {
    if (sheet.room(heightOf(sheet, cells, row, BODY))) drawTitles();
    drawRow(sheet, cells, row, BODY);
  }
  sheet.y += 10;
}

function cellsOf(sheet: Sheet, columns: readonly Column[]): readonly Cell[] {
  const all = columns.reduce((sum, { share = 1 }) => sum + share, 0);
  let x = 0;
  return columns.map(({ share = 1, align = 'left' }) => {
    const width = (sheet.width * share) / all;
    const cell = { x: x + PADDING, width: width - 2 * PADDING, align };
    x += width;
    return cell;
  });
}

const heightOf = (sheet: Sheet, cells: readonly Cell[], row: readonly Words[], writing: Writing): number =>
  Math.max(...cells.map((cell, at) => sheet.heightOf(row[at] ?? '', { ...writing, ...cell }))) + 2 * PADDING;

function drawRow(sheet: Sheet, cells: readonly Cell[], row: readonly Words[], writing: Writing): void {
  const top = sheet.y;
  const height = heightOf(sheet, cells, row, writing);
  for (const [at, cell] of cells.entries())
    sheet.writeAt(top + PADDING, row[at] ?? '', { ...writing, ...cell });
  sheet.rule(top + height);
  sheet.y = top + height;
}
