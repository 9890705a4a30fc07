// Empties the database but for what is named. For the demo, whose people start over; nothing else may call it.
import type { StoreContext } from './context.ts';

/** @param kept names of collections whose documents stay */
export async function wipe({ db }: Pick<StoreContext, 'db'>, kept: readonly string[]): Promise<void> {
  const all = (await db.listCollections()).map(({ name }) => name);
  const emptied = all.filter((name) => !kept.includes(name) && !name.startsWith('system.'));
  for (const name of emptied) await db.collection(name).deleteMany({});
}
