// Tables of a DOCX: the titles again on every page, a row never cut in two; label and value; places to sign.
import { BorderStyle, type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Block, Column, SignaturePlace, Words } from '../layout.ts';
import { ACCENT, LINE, paragraphOf, QUIET, type Writer, type Writing } from './writing.ts';

const thin = { style: BorderStyle.SINGLE, size: 4, color: LINE } as const;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const LINES = { top: thin, bottom: thin, left: thin, right: thin } as const;
const NO_LINES = { top: none, bottom: none, left: none, right: none } as const;
const PADDING = { top: 60, bottom: 60, left: 90, right: 90 } as const;

const cell = (width: number, children: readonly Paragraph[], borders: typeof LINES | typeof NO_LINES) =>
  new TableCell({
    width: { size: Math.round(width), type: WidthType.DXA },
    margins: PADDING,
    borders,
    children: [...children],
  });

const table = (widths: readonly number[], rows: readonly TableRow[]) =>
  new Table({
    width: { size: Math.round(widths.reduce((sum, each) => sum + each, 0)), type: WidthType.DXA },
    columnWidths: widths.map(Math.round),
    layout: TableLayoutType.FIXED,
    rows: [...rows],
  });

export function tableOf(
  writer: Writer,
  columns: readonly Column[],
  rows: readonly (readonly Words[])[],
): Table {
  const all = columns.reduce((sum, { share = 1 }) => sum + share, 0);
  const widths = columns.map(({ share = 1 }) => (writer.width * share) / all);
  const row = (words: readonly Words[], writing: Writing, tableHeader = false) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: columns.map(({ align = 'left' }, at) =>
        cell(
          widths[at] ?? 0,
          [paragraphOf(writer, words[at] ?? '', { size: 18, after: 0, ...writing, align })],
          LINES,
        ),
      ),
    });
  const titles = row(
    columns.map(({ title }) => title),
    { bold: true, color: ACCENT },
    true,
  );
  return table(widths, [titles, ...rows.map((words) => row(words, {}))]);
}

/** Label and value, a row each. */
export function gridOf(
  writer: Writer,
  rows: readonly { readonly label: Words; readonly value: Words }[],
): Table {
  const widths = [writer.width * 0.34, writer.width * 0.66];
  const line = ({ label, value }: { readonly label: Words; readonly value: Words }) =>
    new TableRow({
      cantSplit: true,
      children: [
        cell(widths[0] ?? 0, [paragraphOf(writer, label, { size: 20, color: QUIET, after: 0 })], NO_LINES),
        cell(widths[1] ?? 0, [paragraphOf(writer, value, { size: 21, bold: true, after: 0 })], NO_LINES),
      ],
    });
  return table(widths, rows.map(line));
}

type Signatures = Extract<Block, { kind: 'signatures' }>;

/** Two beside each other: the position, a line to sign on, the name. */
export function signaturesOf(writer: Writer, { places, seal }: Signatures): readonly (Paragraph | Table)[] {
  const widths = [writer.width / 2, writer.width / 2];
  const pairs = places.flatMap((place, at) => (at % 2 === 0 ? [[place, places[at + 1]] as const] : []));
  const row = (pair: readonly (SignaturePlace | undefined)[]) =>
    new TableRow({
      cantSplit: true,
      children: pair.map((place, at) =>
        cell(widths[at] ?? 0, place ? placeOf(writer, place) : [paragraphOf(writer, '')], NO_LINES),
      ),
    });
  return [
    table(widths, pairs.map(row)),
    ...(seal ? [paragraphOf(writer, seal, { size: 18, color: QUIET })] : []),
  ];
}

const placeOf = (writer: Writer, { role, name }: SignaturePlace): readonly Paragraph[] => [
  paragraphOf(writer, role, { size: 18, color: QUIET, after: 360 }),
  paragraphOf(writer, '______________________________', { size: 18, after: 0 }),
  paragraphOf(writer, name ?? '', { size: 18, after: 240 }),
];
