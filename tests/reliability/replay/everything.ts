// Everything that Qadam remembers, to be compared before and after something that must change nothing.
import type { Connection } from 'mongoose';
import { dumpOf } from '../../support/dump.ts';

/** What processes note for themselves by the clock, whatever arrives. */
const BY_THE_CLOCK = /^(settings|sending_slots|audit_checkpoint)/;

/** When somebody was last in a chat: whoever meets them there notes it. */
const LAST_MET = /"usedAt":"[^"]*"/g;

export type Everything = ReadonlyMap<string, string>;

export const everythingIn = async (db: Connection): Promise<Everything> =>
  new Map(
    (await dumpOf(db))
      .filter(({ where }) => !BY_THE_CLOCK.test(where))
      .map(({ where, text }) => [where, text.replace(LAST_MET, '')]),
  );

/** Where two memories differ: what is gone, what is new, what reads otherwise. */
export const changes = (before: Everything, after: Everything): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((where) => before.get(where) !== after.get(where))
    .map((where) => `${where}: ${before.get(where) ?? 'nothing'} → ${after.get(where) ?? 'nothing'}`);
