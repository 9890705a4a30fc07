// A package exists from the first word on, or from the day on which its winner was named.
import { systemActor } from '../../../kernel/actor.ts';
import { create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import type { Nomination } from '../store.ts';
import { packageOpened } from './events.ts';
import { type Package, packages } from './store.ts';

const unwritten = { text: '', words: 0, faults: [], at: null, by: null };

export const emptyPackage: Pick<Package, 'texts' | 'copied' | 'photo' | 'sent'> = {
  texts: { kk: unwritten, ru: unwritten, en: unwritten },
  copied: [],
  photo: null,
  sent: null,
};

export async function openPackage(
  ctx: EngineContext,
  { _id: id, edition, region, person }: Pick<Nomination, '_id' | 'edition' | 'region' | 'person'>,
): Promise<void> {
  await create(
    ctx,
    packages,
    id,
    { id: `package/${id}`, actor: systemActor },
    {
      action: 'package opened',
      set: { edition, region, person, ...emptyPackage },
      events: [packageOpened({ nomination: id, person, region })],
      result: id,
    },
  );
}

/** As it stands; what nobody has begun is empty. */
export async function packageOf(ctx: EngineContext, nomination: string): Promise<Package | null> {
  return (await packages.raw(ctx.db).findOne({ _id: { $eq: nomination } } as never)) as Package | null;
}
