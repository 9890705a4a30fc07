// Nominees by the thousand who wait to be sent or passed on, written at once: who registers and is nominated is no matter for the
// quotas. All are copies of one who came by the use-cases.

import { people } from '../../../engine/people/store.ts';
import { nominationId } from '../../../engine/programmes/contest/nominations/nomination.ts';
import { nominations } from '../../../engine/programmes/contest/store.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { colleges } from '../../../engine/reference/colleges.ts';
import { seats } from '../../../engine/store/seats.ts';
import { college } from './people.ts';
import type { Round, Scene } from './quotas.ts';
import { regionCodes } from './quotas.ts';
import { ranked, standing } from './stages.ts';

type Row = Record<string, unknown> & { readonly _id: string };

/** Empties what an earlier round has left. */
export async function emptyRound(ctx: EngineContext): Promise<void> {
  for (const each of [nominations, people, seats, colleges.store])
    await (each as typeof seats).on(ctx.db).collection.deleteMany({});
}

export async function crowdFor(ctx: EngineContext, wanted: Round): Promise<Scene> {
  await college(ctx, 'model', '79');
  const [id = ''] = await standing(ctx, 1, { state: 'chosen' }, { college: 'model' });
  const model = (await nominations.raw(ctx.db).findOne({ _id: { $eq: id } } as never)) as unknown as Row;
  const person = (await people.on(ctx.db).findById(model.person).lean()) as unknown as Row;
  const copies: Row[] = [];
  const persons: Row[] = [];
  const add = (at: string, region: string, set: object): string => {
    const who = `quota-${persons.length}`;
    const chat = { ...(person.chats as object[])[0], key: `participant.web.${who}` };
    persons.push({ ...person, _id: who, searchName: who, chats: [chat] });
    const copy = { ...model, _id: nominationId('2026', who), person: who, college: at, region, ...set };
    copies.push(copy);
    return copy._id;
  };
  const scene = sceneOf(wanted, ctx.clock.now(), add);
  await people.on(ctx.db).collection.insertMany(persons as never);
  await nominations.raw(ctx.db).insertMany(copies as never);
  return scene;
}

type Add = (college: string, region: string, set: object) => string;

function sceneOf({ colleges: of, perCollege, regions, perRegion }: Round, now: Date, add: Add): Scene {
  const places = Array.from({ length: of }, (_, n) => `c${n}`);
  const sendings = places.flatMap((at) =>
    Array.from({ length: perCollege }, () => ({ id: add(at, '79', { state: 'chosen' }), at })),
  );
  const set = { state: 'not-passed', placings: ranked(1, now) };
  const passings = regionCodes
    .slice(0, regions)
    .flatMap((code) =>
      Array.from({ length: perRegion }, () => ({ id: add(`g${code}`, code, set), at: code })),
    );
  return { sendings, passings, places };
}
