// Takes a table over: what is new is added, what is other is edited, the rest stays as it is. Nothing is taken over from
// a table with a fault. Each entry is a command of its own, so that an import that broke off is completed by a repeat.
import { isDeepStrictEqual } from 'node:util';
import type { TProperties } from 'typebox';
import type { Command } from '../../kernel/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import { ok, type Result, refused } from '../../kernel/result.ts';
import type { StoreContext } from '../../store/context.ts';
import type { ReferenceCollection } from '../collection.ts';
import { addEntry, editEntry, entriesOf, mayEdit } from '../entries.ts';
import { checkTable } from './check-table.ts';
import { readTable, type TableType } from './read-table.ts';

export interface Imported {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** @throws AppError `invalid-input` with every fault: `/<sheet>/<cell>`, its value and a hint */
export async function importTable<P extends TProperties>(
  ctx: StoreContext,
  into: ReferenceCollection<P>,
  command: Command,
  type: TableType,
  file: Buffer,
): Promise<Result<Imported>> {
  if (!mayEdit(command)) return refused('common.not-allowed');
  const sheets = await readTable(type, file);
  const { entries, faults } = checkTable(sheets, into as unknown as ReferenceCollection);
  if (faults.length > 0) throw new AppError('invalid-input', `${faults.length} faults in the table`, faults);
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const entry of entries) {
    const found = await entriesOf(ctx, into, { prefix: entry.id });
    const known = found.find((each) => each.entry.id === entry.id);
    const what = known === undefined ? 'added' : isSame(known, entry) ? 'unchanged' : 'changed';
    const own = { ...command, id: `${command.id}/${entry.id}` };
    const { id, ...fields } = entry;
    const done =
      known === undefined
        ? await addEntry(ctx, into, own, entry as never)
        : await (what === 'changed' ? editEntry(ctx, into, own, id, known.version, fields) : ok(id));
    if (!done.ok) return done;
    counts[what] += 1;
  }
  return ok(counts);
}

const isSame = ({ entry }: { readonly entry: object }, row: object): boolean =>
  Object.entries(row).every(([field, value]) => isDeepStrictEqual(Reflect.get(entry, field), value));
