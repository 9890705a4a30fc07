// Makes a plan of a filled-in workbook. A file with a fault is not taken over: every fault is named at once, by sheet and cell, those of
// the annex's form among them.

import { text } from '../../../kernel/message.ts';
import type { TextParams } from '../../../kernel/result.ts';
import { readTable } from '../../../reference/import/read-table.ts';
import { faultsIn } from '../plan/findings/finding.ts';
import { findingsOf } from '../plan/findings/findings.ts';
import type { Plan } from '../plan/shape.ts';
import { builtFrom } from './build.ts';
import type { Imported, ImportFault } from './imported.ts';
import { rowsOf } from './rows.ts';

/** @throws AppError `invalid-input` for what is no workbook */
export async function readWorkbook(file: Buffer): Promise<Imported> {
  const { rows, faults } = rowsOf(await readTable('xlsx', file));
  const built = builtFrom(rows);
  const all = [...faults, ...built.faults, ...ofTheForm(built.plan, built.places)];
  const once = all.filter(
    (each, index) => all.findIndex(({ pointer }) => pointer === each.pointer) === index,
  );
  return once.length === 0 ? { plan: built.plan, faults: [] } : { plan: null, faults: once };
}

/** Faults of the form, at the cell from which the faulty line came. */
function ofTheForm(
  plan: Plan,
  places: ReadonlyMap<string, { readonly pointer: string; readonly value: string }>,
) {
  return faultsIn(findingsOf(plan)).map(({ code, pointer, params }): ImportFault => {
    const place = placeOf(pointer, places);
    return { ...place, hint: text(`grant:finding.${code}`, params as TextParams) };
  });
}

/** The longest beginning of the pointer that some cell stands for. */
function placeOf(
  pointer: string,
  places: ReadonlyMap<string, { readonly pointer: string; readonly value: string }>,
): { readonly pointer: string; readonly value: string } {
  for (let part = pointer; part !== ''; part = part.slice(0, part.lastIndexOf('/'))) {
    const place = places.get(part);
    if (place) return place;
  }
  return { pointer, value: '' };
}
