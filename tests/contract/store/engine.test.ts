// What Qadam asks of a MongoDB: the same for the embedded engine and for the server that MONGODB_URI names.
import { GridFSBucket } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isDuplicate } from '../../../engine/store/command.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { openWorld, together, type World } from './world.ts';

interface Item {
  _id: string;
  v?: number;
  owner?: string | null;
  log?: { id: string; n: number }[];
  region?: string;
  hours?: number;
  at?: Date;
}

let world: World;
beforeAll(async () => {
  world = await openWorld(emptyDatabase());
});
afterAll(() => world.close());

const items = () => world.ctx.db.collection<Item>('engine_items');
beforeEach(async () => {
  await items().deleteMany({});
});

describe('uniqueness', () => {
  it('lets one of many simultaneous inserts under an id win, and tells the others E11000', async () => {
    const outcomes = await together(50, (n) =>
      items()
        .insertOne({ _id: 'one', v: n })
        .then(
          () => 'won',
          (error: unknown) => (isDuplicate(error) ? 'duplicate' : 'other'),
        ),
    );
    expect(outcomes.filter((each) => each === 'won')).toHaveLength(1);
    expect(outcomes.filter((each) => each === 'duplicate')).toHaveLength(49);
  });

  it('lets simultaneous upserts make one document', async () => {
    const outcomes = await together(50, () =>
      items()
        .updateOne({ _id: 'one' }, { $setOnInsert: { v: 1 } }, { upsert: true })
        .then(
          (done) => done.upsertedCount,
          (error: unknown) => (isDuplicate(error) ? 0 : -1),
        ),
    );
    expect(outcomes.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect(await items().countDocuments({})).toBe(1);
  });

  it('answers E11000 to an upsert whose guard does not match the document under the id', async () => {
    await items().insertOne({ _id: 'one', v: 2 });
    const late = items().updateOne({ _id: 'one', v: 1 }, { $set: { v: 9 } }, { upsert: true });
    await expect(late).rejects.toMatchObject({ code: 11000 });
  });

  it('keeps partial unique indexes to the documents that they are about', async () => {
    const partial = { owner: { $type: 'string' as const } };
    await items().createIndex({ owner: 1 }, { unique: true, partialFilterExpression: partial });
    await items().insertMany([{ _id: 'a', owner: null }, { _id: 'b', owner: null }, { _id: 'c' }]);
    await items().insertOne({ _id: 'd', owner: 'x' });
    await expect(items().insertOne({ _id: 'e', owner: 'x' })).rejects.toMatchObject({ code: 11000 });
    await items().dropIndex('owner_1');
  });

  it('keeps sparse unique indexes on array fields across documents', async () => {
    await items().createIndex({ 'log.id': 1 }, { unique: true, sparse: true });
    await items().insertMany([{ _id: 'a' }, { _id: 'b' }, { _id: 'c', log: [{ id: 'x', n: 1 }] }]);
    const second = items().insertOne({
      _id: 'd',
      log: [
        { id: 'y', n: 1 },
        { id: 'x', n: 2 },
      ],
    });
    await expect(second).rejects.toMatchObject({ code: 11000 });
    await items().dropIndex('log.id_1');
  });
});

describe('updates of one document', () => {
  it('let one of many compare-and-set writes through at each version', async () => {
    await items().insertOne({ _id: 'one', v: 0 });
    for (let v = 0; v < 5; v += 1) {
      const outcomes = await together(30, () => items().updateOne({ _id: 'one', v }, { $inc: { v: 1 } }));
      expect(outcomes.filter((each) => each.matchedCount === 1)).toHaveLength(1);
    }
    expect((await items().findOne({ _id: 'one' }))?.v).toBe(5);
  });

  it('keep the newest of an array with $push and $slice, and lose no push of many', async () => {
    await items().insertOne({ _id: 'one', log: [] });
    await together(40, (n) =>
      items().updateOne({ _id: 'one' }, { $push: { log: { $each: [{ id: `${n}`, n }], $slice: -25 } } }),
    );
    const kept = (await items().findOne({ _id: 'one' }))?.log ?? [];
    expect(new Set(kept.map(({ id }) => id)).size).toBe(25);
    await items().updateOne(
      { _id: 'one' },
      { $push: { log: { $each: [{ id: 'last', n: 99 }], $slice: -25 } } },
    );
    expect((await items().findOne({ _id: 'one' }))?.log?.at(-1)?.id).toBe('last');
  });

  it('pull what is named and nothing else', async () => {
    const log = ['a', 'b', 'c'].map((id, n) => ({ id, n }));
    await items().insertOne({ _id: 'one', log });
    await items().updateOne({ _id: 'one' }, { $pull: { log: { id: { $in: ['a', 'c'] } } } });
    expect((await items().findOne({ _id: 'one' }))?.log).toEqual([{ id: 'b', n: 1 }]);
  });

  it('find an array element that meets all conditions at once, and change that element', async () => {
    await items().insertMany([
      {
        _id: 'one',
        log: [
          { id: 'a', n: 1 },
          { id: 'b', n: 2 },
        ],
      },
      { _id: 'two', log: [{ id: 'a', n: 2 }] },
    ]);
    const found = await items()
      .find({ _id: { $gte: '' }, log: { $elemMatch: { id: 'a', n: 2 } } })
      .toArray();
    expect(found.map(({ _id }) => _id)).toEqual(['two']);
    await items().updateOne({ _id: 'one', 'log.id': 'b' }, { $set: { 'log.$.n': 7 } });
    expect((await items().findOne({ _id: 'one' }))?.log?.[1]?.n).toBe(7);
  });
});

describe('reading', () => {
  it('aggregates sums by group and by local day', async () => {
    await items().insertMany([
      { _id: 'a', region: '75', hours: 2, at: new Date('2026-03-01T18:59:00Z') },
      { _id: 'b', region: '75', hours: 3, at: new Date('2026-03-01T19:01:00Z') },
      { _id: 'c', region: '71', hours: 4, at: new Date('2026-03-02T05:00:00Z') },
    ]);
    const byRegion = [{ $group: { _id: '$region', hours: { $sum: '$hours' } } }, { $sort: { _id: 1 } }];
    expect(await items().aggregate(byRegion).toArray()).toEqual([
      { _id: '71', hours: 4 },
      { _id: '75', hours: 5 },
    ]);
    const day = { $dateTrunc: { date: '$at', unit: 'day', timezone: 'Asia/Almaty' } };
    const byDay = [{ $group: { _id: day, hours: { $sum: '$hours' } } }, { $sort: { _id: 1 } }];
    expect((await items().aggregate(byDay).toArray()).map(({ hours }) => hours)).toEqual([2, 7]);
  });

  it('gives back files of more than one chunk as they were put in', async () => {
    const native = world.ctx.db.getClient().db(world.ctx.db.name);
    const bucket = new GridFSBucket(native as never, { bucketName: 'engine_files' });
    const bytes = Buffer.alloc(700_000, 'qadam');
    const upload = bucket.openUploadStream('story.bin');
    await new Promise((resolve, reject) => {
      upload.once('finish', resolve).once('error', reject).end(bytes);
    });
    const read: Buffer[] = [];
    for await (const chunk of bucket.openDownloadStream(upload.id)) read.push(chunk as Buffer);
    expect(Buffer.concat(read).equals(bytes)).toBe(true);
  });
});
