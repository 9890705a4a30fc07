// Tables of reference data: every fault by its sheet and cell, with its value and a hint; CSV and XLSX alike.
import { describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { checkTable } from '../../../engine/reference/import/check-table.ts';
import { cellName, readTable } from '../../../engine/reference/import/read-table.ts';
import { universityList } from '../../../engine/reference/universities.ts';

const head = ['id', 'kk', 'ru', 'en', 'region', 'from'];
const sound = ['alpha', 'Альфа университеті', 'Университет Альфа', 'Alpha', '75', '1934-01-15'];
const csvOf = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(`\ufeff${rows.map((row) => row.join(';')).join('\n')}\n`);

const checked = async (rows: readonly (readonly string[])[]) =>
  checkTable(await readTable('csv', csvOf(rows)), universityList as never);

describe('a table', () => {
  it('gives an entry for each row; empty rows and cells are passed over', async () => {
    const { entries, faults } = await checked([
      head,
      sound,
      ['', '', '', '', '', ''],
      ['beta', 'Бета', 'Бета', 'Beta', '71', ''],
    ]);
    expect(faults).toEqual([]);
    expect(entries).toEqual([
      { id: 'alpha', kk: sound[1], ru: sound[2], en: 'Alpha', region: '75', from: '1934-01-15' },
      { id: 'beta', kk: 'Бета', ru: 'Бета', en: 'Beta', region: '71', from: null },
    ]);
  });

  it('names every fault at once, by its cell', async () => {
    const { entries, faults } = await checked([
      head,
      ['Alpha', 'Альфа', '', 'Alpha', '99', 'yesterday'],
      sound,
      sound,
    ]);
    expect(entries).toHaveLength(1);
    expect(faults.map(({ pointer, value }) => [pointer, value]).sort()).toEqual([
      ['/csv/A2', 'Alpha'],
      ['/csv/A4', 'alpha'],
      ['/csv/C2', ''],
      ['/csv/E2', '99'],
      ['/csv/F2', 'yesterday'],
    ]);
    expect(faults.every(({ hint }) => hint !== undefined && hint.length > 5)).toBe(true);
    expect(faults.find(({ pointer }) => pointer === '/csv/E2')?.hint).toContain('71');
    expect(faults.find(({ pointer }) => pointer === '/csv/A4')?.hint).toContain('csv A3');
  });

  it('has the columns of the collection', async () => {
    const { faults } = await checked([
      ['id', 'kk', 'ru', 'en', 'town', 'kk'],
      ['alpha', 'А1', 'А1', 'A1', 'x', 'y'],
    ]);
    expect(faults.map(({ pointer, value }) => [pointer, value])).toEqual([
      ['/csv/E1', 'town'],
      ['/csv/F1', 'kk'],
      ['/csv/G1', ''],
    ]);
  });

  it('is read from every sheet of an XLSX file, with dates and numbers as a person reads them', async () => {
    const row = (cells: readonly unknown[]) => cells.map((value) => ({ value }));
    const file = await writeXlsx([
      {
        sheet: 'Almaty',
        data: [
          row(head),
          [
            ...row(sound.slice(0, 4)),
            { value: 75 },
            { value: new Date('1934-01-15T00:00:00Z'), format: 'yyyy-mm-dd' },
          ],
        ],
      },
      { sheet: 'Astana', data: [row(head), row(['alpha', 'Бета', 'Бета', 'Beta', '17'])] },
    ] as never).toBuffer();
    const { entries, faults } = checkTable(await readTable('xlsx', file), universityList as never);
    expect(entries).toMatchObject([{ id: 'alpha', region: '75', from: '1934-01-15' }]);
    expect(faults.map(({ pointer }) => pointer).sort()).toEqual(['/Astana/A2', '/Astana/E2']);
  });

  it.each(['csv', 'xlsx'] as const)('is refused where it is no %s', async (type) => {
    await expect(readTable(type, Buffer.from('"a"b"\n"'))).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('names cells as a spreadsheet does', () => {
    expect([cellName(0, 0), cellName(2, 25), cellName(9, 26), cellName(0, 53)]).toEqual([
      'A1',
      'Z3',
      'AA10',
      'BB1',
    ]);
  });
});
