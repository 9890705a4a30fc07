// A few values that all processes share and that change rarely: the demo clock's offset, the bots' names.
import { trusted } from 'mongoose';
import Type from 'typebox';
import type { StoreContext } from './context.ts';
import { collection, Json } from './model.ts';

export const settings = collection('settings', Type.Object({ _id: Type.String(), value: Json }));

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

/** Forgets all settings whose names begin so. */
export async function forgetSettings(ctx: Pick<StoreContext, 'db'>, beginning: string): Promise<void> {
  await settings.on(ctx.db).deleteMany({ _id: trusted({ $gte: beginning, $lt: `${beginning}\uffff` }) });
}
