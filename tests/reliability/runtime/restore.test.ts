// Backup and restore, as operators do them: everything comes back and holds together, whatever was under way meanwhile;
// a file that is not whole, or a place that is not empty, is refused before anything is written.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { lockDataDirectory } from '../../../engine/runtime/data-directory.ts';
import { makeRunDirectory } from '../../../engine/runtime/embedded/run-directory.ts';
import { appendErasures } from '../../../engine/runtime/erasure-ledger.ts';
import { connectStore } from '../../../engine/store/connection.ts';
import { playCreditStory } from '../../story/credit/story.ts';
import { inCampaign } from '../../support/run/campaign.ts';
import { freshDatabase } from '../../support/services/fresh-database.ts';
import { startServices } from '../../support/services/start-services.ts';
import { openWorld } from '../../support/world/world.ts';
import { checkInvariants } from '../model/invariants/check.ts';
import { bundledCommands, type Commands, SECRET_KEY } from './commands.ts';

/** Each costs processes of its own: `npm test` restores once, and once more with an erasure. */
const inFull = (title: string, test: () => Promise<void>): void => {
  if (inCampaign) it(title, test);
};

let commands: Commands;
let place: string;
let file: string;
let before: Contents;

type Contents = Readonly<Record<string, readonly string[]>>;

/** Every document of every collection and every index, as text. */
async function contentsOf(db: Connection): Promise<Contents> {
  const all: Record<string, string[]> = {};
  for (const { name } of await db.listCollections()) {
    const documents = await db.collection(name).find({}, { promoteValues: false }).sort({ _id: 1 }).toArray();
    const indexes = await db.collection(name).indexes();
    all[name] = [...documents, ...indexes.sort((a, b) => (String(a.name) < String(b.name) ? -1 : 1))].map(
      (each) => JSON.stringify(each),
    );
  }
  return all;
}

const dataOf = (uri: string) => ({ MONGODB_URI: uri, DATA_DIR: join(place, 'data'), DEMO: '0' });

async function onDatabase<T>(uri: string, act: (db: Connection) => Promise<T>): Promise<T> {
  const db = await connectStore(uri);
  try {
    return await act(db);
  } finally {
    await db.close();
  }
}

/** A story from registration to payout, a backup of it, and then everything is destroyed. */
beforeAll(async () => {
  commands = await bundledCommands();
  place = mkdtempSync(join(tmpdir(), 'qadam-backup-'));
  file = join(place, 'story.qadam');
  const services = await startServices();
  const servers = { mongodb: services.mongodbUri, redis: services.redisUrl };
  const world = await openWorld('web', { servers });
  await playCreditStory(world, { student: 'kk', staff: 'ru' });
  const whole = async () => expect(await checkInvariants(world.ctx.db, { atRest: true })).toEqual([]);
  await vi.waitFor(whole, { timeout: 30_000, interval: 100 });
  await world.close();
  expect(await commands.run('backup', [file], dataOf(servers.mongodb))).toMatchObject({ code: 0 });
  before = await onDatabase(servers.mongodb, contentsOf);
  await services.stop();
});
afterAll(() => {
  commands.remove();
  rmSync(place, { recursive: true, force: true });
});

const ends: (() => Promise<unknown> | undefined)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

describe('a backup', () => {
  it('comes back document by document and index by index, and holds together', async () => {
    const uri = freshDatabase();
    const { code, output } = await commands.run('restore', [file], dataOf(uri));
    expect(output).toContain('audit: whole');
    expect(code).toBe(0);
    await onDatabase(uri, async (db) => {
      expect(await contentsOf(db)).toEqual(before);
      expect(Object.keys(before).length).toBeGreaterThan(12);
      expect(await checkInvariants(db, { atRest: true })).toEqual([]);
    });
  });

  inFull('comes back into a new data directory on the embedded engine, demo or not as it was', async () => {
    const DATA_DIR = join(place, 'anew');
    const { code, output } = await commands.run('restore', [file], { DATA_DIR });
    expect(output).toContain('restored:');
    expect(code).toBe(0);
    expect(readFileSync(join(DATA_DIR, 'demo'), 'utf8')).toBe('0\n');
    const verified = await commands.run('audit', ['verify'], { DATA_DIR, DEMO: '0' });
    expect(verified.output).toMatch(/^whole: \d+ documents/);
    expect(verified.code).toBe(0);
  });

  it('brings nobody back who was erased after it was made', async () => {
    const [first, second] = [freshDatabase(), freshDatabase()];
    await commands.run('restore', [file], dataOf(first));
    const studentOf = (db: Connection) => db.collection('credit_students').findOne({});
    const person = String((await onDatabase(first, studentOf))?._id);
    const named = await onDatabase(first, (db) => db.collection('people').findOne({ _id: person as never }));
    expect(named?.name).not.toBe('');
    const ledger = join(place, 'erasures.jsonl');
    await appendErasures(ledger, [
      { person, at: named?.createdAt.toISOString(), by: `person:${person}`, iinHash: null },
    ]);
    const { code, output } = await commands.run('restore', [file, '--erasures', ledger], dataOf(second));
    expect(output).toContain('1 people erased again');
    expect(output).toContain('audit: whole');
    expect(code).toBe(0);
    await onDatabase(second, async (db) => {
      const stub = await db.collection('people').findOne({ _id: person as never });
      expect(stub).toMatchObject({ name: '', phone: null, sealedIin: null, chats: [] });
      expect(JSON.stringify(await contentsOf(db))).not.toContain(named?.name);
      expect(await checkInvariants(db, { atRest: false })).toEqual([]);
    });
  });

  inFull('never takes the place of another file', async () => {
    const { code, output } = await commands.run('backup', [file], dataOf(freshDatabase()));
    expect(code).toBe(2);
    expect(output).toContain('never replaces');
  });
});

if (inCampaign)
  describe('a restore refuses, and writes nothing,', () => {
    const damaged = (change: (bytes: Buffer) => Uint8Array): string => {
      const path = join(place, `damaged-${ends.length}.qadam`);
      writeFileSync(path, change(readFileSync(file)));
      ends.push(async () => rmSync(path));
      return path;
    };
    const flipped = (bytes: Buffer, at: number): Buffer => {
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
      return bytes;
    };

    it.each([
      ['a file that was cut off', (bytes: Buffer) => bytes.subarray(0, bytes.byteLength - 200)],
      ['half a file', (bytes: Buffer) => bytes.subarray(0, bytes.byteLength / 2)],
      ['a file with one bit changed', (bytes: Buffer) => flipped(bytes, Math.floor(bytes.byteLength / 2))],
      ['an empty file', () => Buffer.alloc(0)],
      ['another file', () => Buffer.from('{"not":"a backup"}')],
    ])('%s', async (_what, change) => {
      const uri = freshDatabase();
      const { code, output } = await commands.run('restore', [damaged(change)], dataOf(uri));
      expect(output).toMatch(/^the backup cannot be used: [^\n]+\n$/);
      expect(code).toBe(2);
      expect(await onDatabase(uri, contentsOf)).toEqual({});
    });

    it('into a database that is not empty, unless it is told to replace it', async () => {
      const uri = freshDatabase();
      await onDatabase(uri, (db) => db.collection('people').insertOne({ _id: 'somebody' as never }));
      const refused = await commands.run('restore', [file], dataOf(uri));
      expect(refused.output).toContain('--replace');
      expect(refused.code).toBe(2);
      expect(await onDatabase(uri, (db) => db.collection('people').countDocuments({}))).toBe(1);
      expect((await commands.run('restore', [file, '--replace'], dataOf(uri))).code).toBe(0);
      expect(
        await onDatabase(uri, (db) => db.collection('people').findOne({ _id: 'somebody' as never })),
      ).toBeNull();
    });

    it('under another SECRET_KEY', async () => {
      const uri = freshDatabase();
      const other = { ...dataOf(uri), SECRET_KEY: `${SECRET_KEY}, another` };
      const { code, output } = await commands.run('restore', [file], other);
      expect(output).toContain('under another SECRET_KEY');
      expect(code).toBe(2);
      expect(await onDatabase(uri, contentsOf)).toEqual({});
    });

    it('while Qadam runs on the data', async () => {
      const DATA_DIR = join(place, 'busy');
      makeRunDirectory(DATA_DIR);
      const lock = lockDataDirectory(DATA_DIR);
      ends.push(async () => lock.held && lock.release());
      const { code, output } = await commands.run('restore', [file], {
        ...dataOf(freshDatabase()),
        DATA_DIR,
      });
      expect(output).toContain('Stop it first');
      expect(code).toBe(2);
    });
  });
