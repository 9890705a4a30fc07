// The bytes of kept media, for showing it in a channel.
import { loadMedia } from '../../engine/media/store.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import type { LoadMedia } from './render.ts';

export const keptMedia =
  (ctx: StoreContext): LoadMedia =>
  async (id) => {
    const found = await loadMedia(ctx, id);
    if (!found) return null;
    const { kind, name, mime } = found.record;
    return { kind, name, mime, bytes: found.bytes };
  };
