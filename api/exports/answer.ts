// Answers with a table as a file, in the format that was asked for and the language of whoever asks. Used by the routes of
// resources, which choose the rows by the same right and the same filters as their lists.
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { type Cells, xlsxOf } from '../../engine/documents/xlsx.ts';
import { languageOf } from '../routes/asking.ts';
import { word } from '../routes/parts.ts';
import { csvOf } from './csv.ts';
import { cellsOf, type Table } from './table.ts';

const formats = {
  csv: { type: 'text/csv; charset=utf-8', write: csvOf },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsxOf },
} as const;
export type ExportFormat = keyof typeof formats;

const names = Object.keys(formats) as [ExportFormat, ExportFormat];

/** The query parameter of every export. */
export const exportQuery = { format: word(names, '`csv` with semicolons, or `xlsx`.') };

const file = Type.Unsafe<unknown>({ type: 'string', format: 'binary' });
/** The answer as OpenAPI shows it. */
export const exportAnswer = {
  200: {
    description: 'The table as a file.',
    content: Object.fromEntries(
      Object.values(formats).map(({ type }) => [type.split(';')[0], { schema: file }]),
    ),
  },
};

export async function answerTable<R>(
  request: FastifyRequest,
  reply: FastifyReply,
  format: ExportFormat,
  table: Table<R>,
  rows: readonly R[],
): Promise<FastifyReply> {
  return answerCells(reply, format, table.name, cellsOf(table, rows, languageOf(request)));
}

/** The same for a table whose columns are data themselves. @param name of the file */
export async function answerCells(
  reply: FastifyReply,
  format: ExportFormat,
  name: string,
  cells: Cells,
): Promise<FastifyReply> {
  const { type, write } = formats[format];
  const content = await write(cells);
  return reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .header('cache-control', 'no-store')
    .send(content);
}
