// A few values that all processes share and that change rarely: the demo clock's offset, the bots' names.
import Type from 'typebox';
import type { StoreContext } from './context.ts';
import { collection, Json } from './model.ts';

const settings = collection('settings', Type.Object({ _id: Type.String(), value: Json }));

export async function readSetting(ctx: Pick<StoreContext, 'db'>, name: string): Promise<unknown> {
  return (await settings.on(ctx.db).findById(name).lean())?.value;
}

export async function writeSetting(
  ctx: Pick<StoreContext, 'db'>,
  name: string,
  value: unknown,
): Promise<void> {
  await settings.on(ctx.db).updateOne({ _id: name }, { $set: { value } }, { upsert: true });
}
