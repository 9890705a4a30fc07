// A plan in a workbook: written, read back, and refused with every fault named by sheet, cell, value and hint.

import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readWorkbook } from '../../../engine/programmes/grant/import/read-workbook.ts';
import { sheetNames, sheets } from '../../../engine/programmes/grant/import/sheets.ts';
import { writeWorkbook } from '../../../engine/programmes/grant/import/write-workbook.ts';
import { planCounts } from '../../../engine/programmes/grant/plan/shape.ts';
import { samplePlan } from '../../../engine/programmes/grant/sample/sample.ts';
import { readTable } from '../../../engine/reference/import/read-table.ts';
import { plainText } from '../../../locales/texts.ts';

type Cells = Record<string, string[][]>;

/** The sample's workbook as cells, changed, and written again. */
async function broken(change: (cells: Cells) => void): Promise<Buffer> {
  const cells = Object.fromEntries(
    (await readTable('xlsx', await writeWorkbook(samplePlan()))).map(({ name, rows }) => [
      name,
      rows.map((row) => [...row]),
    ]),
  );
  change(cells);
  const made = Object.entries(cells).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String }))),
  }));
  return writeXlsxFile(made as never).toBuffer();
}

const columnOf = (sheet: keyof typeof sheets, column: string): number =>
  sheets[sheet].findIndex(({ name }) => name === column);

function put(cells: Cells, sheet: keyof typeof sheets, row: number, column: string, value: string): void {
  const line = cells[sheet]?.[row];
  if (!line) throw new Error(`${sheet} has no row ${row}`);
  line[columnOf(sheet, column)] = value;
}

describe('a workbook', () => {
  it('G-07: of the sample gives the same plan', async () => {
    const { plan } = await readWorkbook(await writeWorkbook(samplePlan()));
    expect(plan && planCounts(plan)).toEqual({ tasks: 6, sections: 2, activities: 14, indicators: 71 });
    const { team: _ids, ...rest } = samplePlan();
    const { team, ...read } = plan ?? samplePlan();
    expect(read).toEqual(rest);
    expect(team.members.map(({ id: _id, ...each }) => each)).toEqual(
      samplePlan().team.members.map(({ id: _id, ...each }) => each),
    );
  });

  it('that is empty has every sheet and column, and names what is to be filled in', async () => {
    const template = await writeWorkbook(null);
    const found = await readTable('xlsx', template);
    expect(found.map(({ name, rows }) => [name, rows[0]])).toEqual(
      sheetNames.map((name) => [name, sheets[name].map((column) => column.name)]),
    );
    const { plan, faults } = await readWorkbook(template);
    expect(plan).toBeNull();
    expect(faults.map(({ hint }) => hint.key)).toContain('grant:finding.no-tasks');
  });

  it('with 20 faults has all 20 named at once: sheet, cell, value and hint', async () => {
    const file = await broken((cells) => {
      put(cells, 'general', 1, 'line', 'grantees');
      put(cells, 'general', 8, 'value', '31.02.2025');
      put(cells, 'results', 1, 'no', 'бірінші');
      put(cells, 'results', 2, 'unit', 'фото');
      put(cells, 'partners', 1, 'branches', '20 филиал');
      put(cells, 'team', 1, 'employment', 'штат');
      put(cells, 'team', 2, 'share', '150');
      put(cells, 'tasks', 1, 'id', '1 міндет');
      put(cells, 'tasks', 2, 'section', 'міндет');
      put(cells, 'activities', 2, 'from', '1 мамыр 2025');
      put(cells, 'activities', 3, 'task', '9');
      put(cells, 'activities', 4, 'to', '2026-01-31');
      put(cells, 'activities', 5, 'place_kk', '');
      put(cells, 'activities', 5, 'place_ru', '');
      put(cells, 'activities', 5, 'place_en', '');
      put(cells, 'indicators', 1, 'value', 'бірнеше');
      put(cells, 'indicators', 2, 'comparator', 'кемінде');
      put(cells, 'indicators', 3, 'unit', '');
      put(cells, 'indicators', 4, 'activity', '7.7');
      put(cells, 'indicators', 5, 'nature', 'сан');
      put(cells, 'indicators', 6, 'per', 'апта');
      put(cells, 'impact', 1, 'value', '-1');
      cells.notes = [['түсіндірме']];
    });
    const { plan, faults } = await readWorkbook(file);
    expect(plan).toBeNull();
    const places = faults.map(({ pointer, value }) => [pointer, value]);
    for (const place of [
      ['/general/A2', 'grantees'],
      ['/general/E9', '31.02.2025'],
      ['/results/A2', 'бірінші'],
      ['/results/G3', 'фото'],
      ['/partners/E2', '20 филиал'],
      ['/team/A2', 'штат'],
      ['/team/H3', '150'],
      ['/tasks/A2', '1 міндет'],
      ['/tasks/B3', 'міндет'],
      ['/activities/O3', '1 мамыр 2025'],
      ['/activities/B4', '9'],
      ['/indicators/I2', 'бірнеше'],
      ['/indicators/H3', 'кемінде'],
      ['/indicators/J4', ''],
      ['/indicators/B5', '7.7'],
      ['/indicators/F6', 'сан'],
      ['/indicators/L7', 'апта'],
      ['/impact/B2', '-1'],
      ['/notes', 'notes'],
    ])
      expect(places).toContainEqual(place);
    expect(places.length).toBeGreaterThanOrEqual(20);
    // Each place once, each with a hint in words.
    expect(new Set(places.map(([pointer]) => pointer)).size).toBe(places.length);
    for (const { hint } of faults) expect(plainText(hint, 'ru')).not.toBe('');
  });

  it('names a term outside the project and a missing place at their cells', async () => {
    const file = await broken((cells) => {
      put(cells, 'activities', 4, 'to', '2026-01-31');
      for (const language of ['kk', 'ru', 'en']) put(cells, 'activities', 5, `place_${language}`, '');
    });
    const { faults } = await readWorkbook(file);
    expect(faults.map(({ pointer, hint }) => [pointer, hint.key])).toEqual([
      ['/activities/O5', 'grant:finding.activity-outside'],
      ['/activities/I6', 'grant:finding.activity-no-place'],
    ]);
  });

  it('that is none is refused', async () => {
    await expect(readWorkbook(Buffer.from('not a workbook'))).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});
