// A text about a role in a place: «Role: … Where: …», both called as their declarations call them.
import type { Grant } from '../kernel/actor.ts';
import { type Text, text } from '../kernel/message.ts';
import type { TextParams } from '../kernel/result.ts';
import { placeOf } from './places.ts';
import type { EngineContext } from './programme.ts';
import { rolesOf } from './rooms.ts';

/** The text may name `$t({{role}})` and `$t({{place}})`. */
export async function roleText(
  ctx: EngineContext,
  key: string,
  { role, scope }: Grant,
  params?: TextParams,
): Promise<Text> {
  const place = await placeOf(ctx, role, scope);
  const title = rolesOf(ctx).get(role)?.title ?? role;
  const said = text(key, { ...place.params, ...params, role: title, place: place.key });
  return place.words ? { ...said, words: place.words } : said;
}
