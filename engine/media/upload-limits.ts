// How much may be uploaded: files at once and bytes a day, for each person and each address. Asked before a body is read.
// Files at once are counted by each process, bytes in the database, by all of them. Counts bear no names: digests only.
import { createHash } from 'node:crypto';
import { trusted } from 'mongoose';
import Type from 'typebox';
import { localDate } from '../kernel/calendar.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { isDuplicate } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { collection, Instant } from '../store/model.ts';
import { LARGEST_FILE, MEGABYTE } from './accept.ts';

export interface UploadLimit {
  readonly atOnce: number;
  /** In the calendar day of Kazakhstan. */
  readonly bytesADay: number;
}

export interface UploadLimits {
  readonly person: UploadLimit;
  /** Whole schools share one. */
  readonly address: UploadLimit;
  /** Of everybody in one process. */
  readonly atOnce: number;
}

export const usualUploads: UploadLimits = {
  person: { atOnce: 3, bytesADay: 300 * MEGABYTE },
  address: { atOnce: 12, bytesADay: 3_000 * MEGABYTE },
  atOnce: 24,
};

export interface Uploader {
  readonly person: string;
  readonly address: string;
}

export interface UploadGate {
  /**
   * Lets one upload in. Refused as `common.uploads-at-once` or `common.uploads-a-day`.
   * @param bytes what its body says to have; null where it does not say
   */
  enter(who: Uploader, bytes: number | null): Promise<Result<Upload>>;
}

export interface Upload {
  /** To be called once, however it went. @param bytes what was taken in the end */
  leave(bytes: number): Promise<void>;
}

export const uploadDays = collection(
  'upload_days',
  Type.Object({ _id: Type.String(), bytes: Type.Integer(), at: Instant }),
  [{ fields: { at: 1 } }],
);

export function uploadGate(ctx: StoreContext, limits: UploadLimits = usualUploads): UploadGate {
  const underWay = new Map<string, number>();
  return {
    enter: async ({ person, address }, told) => {
      const own = { key: `person ${person}`, ...limits.person };
      const shared = { key: `address ${address}`, ...limits.address };
      const places = [own, shared, { key: 'all', atOnce: limits.atOnce }];
      if (places.some(({ key, atOnce }) => (underWay.get(key) ?? 0) >= atOnce))
        return refused('common.uploads-at-once');
      for (const { key } of places) count(underWay, key, 1);
      const leave = () => places.forEach(({ key }) => void count(underWay, key, -1));
      try {
        const reserved = Math.min(told ?? LARGEST_FILE, LARGEST_FILE);
        const over = await reserve(ctx, [own, shared], reserved);
        if (over === null)
          return ok({ leave: (bytes) => settle(ctx, [own, shared], bytes - reserved, leave) });
        leave();
        return refused('common.uploads-a-day', { megabytes: Math.floor(over / MEGABYTE) });
      } catch (error) {
        leave();
        throw error;
      }
    },
  };
}

function count(underWay: Map<string, number>, key: string, by: number): void {
  const now = (underWay.get(key) ?? 0) + by;
  if (now > 0) underWay.set(key, now);
  else underWay.delete(key);
}

type Account = UploadLimit & { readonly key: string };

/** @returns null when there was room, or the limit that would be passed */
async function reserve(
  ctx: StoreContext,
  accounts: readonly Account[],
  bytes: number,
): Promise<number | null> {
  for (const [index, account] of accounts.entries()) {
    if (await add(ctx, account, bytes)) continue;
    for (const earlier of accounts.slice(0, index)) await give(ctx, earlier, -bytes);
    return account.bytesADay;
  }
  return null;
}

/** One write: of two uploads at once only one gets the last room. */
async function add(ctx: StoreContext, { key, bytesADay }: Account, bytes: number): Promise<boolean> {
  if (bytes > bytesADay) return false;
  const room = { _id: nameOf(ctx, key), bytes: trusted({ $lte: bytesADay - bytes }) };
  const taken = { $inc: { bytes }, $setOnInsert: { at: ctx.clock.now() } };
  try {
    await uploadDays.on(ctx.db).updateOne(room as never, taken, { upsert: true });
    return true;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  // Full, or the first two of the day at once: then the document is there by now.
  return (await uploadDays.on(ctx.db).updateOne(room as never, { $inc: { bytes } })).matchedCount === 1;
}

async function settle(
  ctx: StoreContext,
  accounts: readonly Account[],
  difference: number,
  leave: () => void,
): Promise<void> {
  try {
    for (const account of accounts) await give(ctx, account, difference);
  } finally {
    leave();
  }
}

async function give(ctx: StoreContext, { key }: Account, bytes: number): Promise<void> {
  if (bytes !== 0) await uploadDays.on(ctx.db).updateOne({ _id: nameOf(ctx, key) }, { $inc: { bytes } });
}

/** A digest: an address says where somebody is. */
const nameOf = (ctx: StoreContext, key: string): string =>
  `${localDate(ctx.clock.now())}/${createHash('sha256').update(key).digest('base64url')}`;
